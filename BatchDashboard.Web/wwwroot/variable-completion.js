// Offers variables while one is written: "{{" opens the list, what follows narrows it, Enter takes the active one, Escape
// closes. The focus stays in the text, which names the active option.

const begun = /\{\{\s*([\p{L}\p{N}_.-]*)$/u;

let field = null;
let active = 0;

const list = () => document.getElementById("variable-completion");

document.addEventListener("input", event => {
  if (event.target.matches?.("[data-completes]")) offer(event.target);
});
// The caret moves on.
document.addEventListener("selectionchange", () => field && offer(field));
document.addEventListener("focusout", event => event.target === field && close());
document.addEventListener("scroll", event => event.target !== list() && close(), { capture: true, passive: true });

document.addEventListener("keydown", event => {
  if (!field || event.target !== field || event.isComposing) return;
  const count = list().children.length;
  if (event.key === "ArrowDown") activate((active + 1) % count);
  else if (event.key === "ArrowUp") activate((active + count - 1) % count);
  else if (event.key === "Enter") take(active);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });

// Pressed with the mouse, the text keeps the focus.
document.addEventListener("mousedown", event => {
  const option = field && event.target.closest?.("#variable-completion [role=option]");
  if (!option) return;
  event.preventDefault();
  take([...list().children].indexOf(option));
});

function offer(text) {
  const box = list();
  const name = text.selectionStart === text.selectionEnd && begun.exec(text.value.slice(0, text.selectionStart))?.[1];
  const found = box && typeof name === "string"
    ? JSON.parse(box.dataset.variables).filter(([known]) => known.toLowerCase().includes(name.toLowerCase()))
    : [];
  if (found.length === 0) return close();

  const before = field === text ? box.children[active]?.dataset.name : null;
  box.replaceChildren(...found.map(option));
  box.hidden = false;
  field = text;
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-haspopup", "listbox");
  text.setAttribute("aria-controls", box.id);
  place(box, text);
  activate(Math.max(0, found.findIndex(([known]) => known === before)));
}

function option([name, detail], index) {
  const row = document.createElement("li");
  row.id = `variable-completion-${index}`;
  row.role = "option";
  row.dataset.name = name;
  const code = document.createElement("code");
  code.textContent = name;
  const hint = document.createElement("span");
  hint.textContent = detail;
  row.append(code, " ", hint);
  return row;
}

function activate(index) {
  const rows = list().children;
  rows[active]?.setAttribute("aria-selected", "false");
  active = index;
  rows[active].setAttribute("aria-selected", "true");
  rows[active].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", rows[active].id);
}

function take(index) {
  const text = field;
  const caret = text.selectionStart;
  const start = begun.exec(text.value.slice(0, caret)).index;
  const closed = /^\s*\}\}/.exec(text.value.slice(caret))?.[0].length ?? 0;
  const name = list().children[index].dataset.name;
  close();
  text.setSelectionRange(start, caret + closed);
  // The one way that leaves the browser's own undo as it is.
  document.execCommand("insertText", false, `{{${name}}}`);
}

function close() {
  if (!field) return;
  for (const name of ["aria-autocomplete", "aria-haspopup", "aria-controls", "aria-activedescendant"]) field.removeAttribute(name);
  field = null;
  active = 0;
  const box = list();
  if (!box) return;
  box.hidden = true;
  box.replaceChildren();
}

// Below the line of the caret, or above it where there is no room.
function place(box, text) {
  const line = parseFloat(getComputedStyle(text).lineHeight) || 20;
  const at = caretOf(text);
  box.style.insetInlineStart = `${Math.max(8, Math.min(at.x, innerWidth - box.offsetWidth - 8))}px`;
  const isRoom = at.y + line + box.offsetHeight < innerHeight;
  box.style.insetBlockStart = `${isRoom ? at.y + line : Math.max(8, at.y - box.offsetHeight)}px`;
}

// A textarea does not tell where its caret is; a box with the same text and look does.
function caretOf(text) {
  const style = getComputedStyle(text);
  const mirror = document.createElement("div");
  for (const name of ["boxSizing", "width", "font", "lineHeight", "letterSpacing", "padding", "border", "wordSpacing", "tabSize"])
    mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: "fixed", insetBlockStart: 0, visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  mirror.append(text.value.slice(0, text.selectionStart), mark);
  document.body.append(mirror);
  const box = text.getBoundingClientRect();
  const place = { x: box.left + mark.offsetLeft - text.scrollLeft, y: Math.min(box.top + mark.offsetTop - text.scrollTop, box.bottom) };
  mirror.remove();
  return place;
}
