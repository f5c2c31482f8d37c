// What the search page loads.  From the disk there is nothing that could be asked, and the page
// stays as it is.
if (location.protocol !== "file:") {
  const [status, place] = ["status", "place"].map((name) =>
    document.querySelector(`[data-search=${name}]`),
  );
  // That something did not come is a TypeError, to browsers as to us; all else a browser cannot do.
  // What is not loaded yet only a new page loads; once all is there, each search asks anew.
  const giveUp = (error) => {
    const lost = place.hidden ? "failed" : "lost";
    status.textContent = status.dataset[error instanceof TypeError ? lost : "unable"];
  };
  status.textContent = status.dataset.loading;
  import("./results.js").then(({ begin }) => begin(giveUp)).catch(giveUp);
  // What it imports is asked for beside it, as each wait is long on a slow connection.
  for (const name of ["ladder", "items", "engine", "pagefind"]) {
    import(`./${name}.js`).catch(() => null);
  }
}
