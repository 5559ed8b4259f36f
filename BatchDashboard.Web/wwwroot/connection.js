// Marks the document while the circuit is interrupted, and reloads when asked.
const states = { show: "lost", retrying: "lost", failed: "lost", rejected: "lost", paused: "lost", hide: "live" };

document.getElementById("components-reconnect-modal")
  ?.addEventListener("components-reconnect-state-changed", event => {
    const state = states[event.detail.state];
    if (state) document.documentElement.dataset.connection = state;
  });

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-reload]")) location.reload();
});
