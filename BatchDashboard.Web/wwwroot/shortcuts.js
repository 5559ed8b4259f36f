// Keys that work anywhere on a page. An element says with data-shortcut which keys press it, and with data-opens which dialog it
// opens; a page that has no such element does nothing.
const patience = 1500;
const typing = "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=grid]";
const dialogs = "dialog[open], .mud-dialog-container, [popover]:popover-open";

let first = { at: -patience };

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing) return;
  // In the field of the search the arrows move through what was found, not the caret.
  if (event.target.id === "find-text" && /^Arrow(Up|Down)$/.test(event.key)) return event.preventDefault();
  if (event.repeat) return;
  const isSearch = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  const keys = isSearch ? "/" : keysOf(event);
  if (!keys || document.querySelector(dialogs)) return;
  const target = [...document.querySelectorAll("[data-shortcut]")].find(element => element.dataset.shortcut === keys);
  if (!target) return;
  event.preventDefault();
  target.click();
});

// A single key, or the second one after "g".
function keysOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (document.documentElement.dataset.singleKeys === "off" || event.target.closest?.(typing)) return;
  const second = event.timeStamp - first.at < patience;
  first = { at: event.key === "g" && !second ? event.timeStamp : -patience };
  return second ? `g ${event.key}` : event.key;
}

document.addEventListener("click", event => {
  const opener = event.target.closest?.("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
});

export function close(dialog) {
  document.getElementById(dialog).close();
}

export function reveal(element) {
  document.getElementById(element)?.scrollIntoView({ block: "nearest" });
}
