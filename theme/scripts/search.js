// What the search page loads.  From the disk there is nothing that could be asked, and the page
// stays as it is.
if (location.protocol !== "file:") import("./results.js");
