// What the frame does without the server: marks a lost connection, reloads when asked, skips to the content.
const connections = { show: "lost", retrying: "lost", failed: "lost", rejected: "lost", paused: "lost", hide: "live" };

document.getElementById("components-reconnect-modal")
  ?.addEventListener("components-reconnect-state-changed", event => {
    const connection = connections[event.detail.state];
    if (connection) document.documentElement.dataset.connection = connection;
    // The server answers but knows this page no more, as after its restart: a new one shows the same.
    if (event.detail.state === "rejected") location.reload();
  });

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-reload]")) location.reload();
  if (event.target.closest?.(".skip-link")) skip(event);
}, { capture: true });

// Left to itself, "#main" is resolved against the base address and leads away from the page.
function skip(event) {
  event.preventDefault();
  event.stopPropagation();
  document.getElementById("main").focus();
}
