// What the search page loads.  From the disk there is nothing that could be asked, and the page
// stays as it is.
if (location.protocol !== "file:") {
  const status = document.querySelector("[data-search=status]");
  // That something did not come is a TypeError, to browsers as to us; all else a browser cannot do.
  const giveUp = (error) => {
    status.textContent = status.dataset[error instanceof TypeError ? "failed" : "unable"];
  };
  status.textContent = status.dataset.loading;
  import("./results.js").then(({ begin }) => begin(giveUp)).catch(giveUp);
  // What it imports is asked for beside it, as each wait is long on a slow connection.
  for (const name of ["ladder", "items", "engine", "pagefind"]) {
    import(`./${name}.js`).catch(() => null);
  }
}
