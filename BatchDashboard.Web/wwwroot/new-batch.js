// What the wizard needs the browser for: sending a file with progress, leading to a field, and saving while typing.

const typingPause = 400;
const progressPause = 250;
const stallPause = 30_000;

// A change counts once the typing rests, so that a lost page loses no more than a word.
const timers = new WeakMap();
document.addEventListener("input", event => {
  const field = event.target;
  if (!field.matches?.("[data-autosave]")) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => field.dispatchEvent(new Event("change", { bubbles: true })), typingPause));
});

// Before Blazor's own navigation: a fragment alone would move the page, but not the focus.
document.addEventListener("click", event => {
  const id = event.target.closest?.("[data-focus]")?.dataset.focus;
  const field = id && document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  field.focus();
  field.scrollIntoView({ block: "center" });
}, { capture: true });

// Puts a text where the caret is, and lets the page know.
export function insert(id, text) {
  const field = document.getElementById(id);
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function attachUpload(zone, input, pasted, page, options) {
  let request = null;
  let last = null;
  const abort = new AbortController();
  const on = (target, type, handle) => target.addEventListener(type, handle, { signal: abort.signal });
  const tell = (method, ...rest) => page.invokeMethodAsync(method, ...rest).catch(() => { /* The circuit is gone; the draft has the file. */ });
  const refuse = (name, why, canRetry = false) => tell("OnRefused", name, why, canRetry);

  on(input, "change", () => take(input.files));
  // Chosen or dropped while this was on its way.
  const early = zone.matches(".drop-zone") && window.droppedEarly || input.files;
  delete window.droppedEarly;
  if (early.length > 0) queueMicrotask(() => take(early));
  for (const type of ["dragenter", "dragover"]) on(zone, type, event => show(event, true));
  for (const type of ["dragleave", "drop"]) on(zone, type, event => show(event, false));
  on(zone, "drop", event => take(event.dataTransfer.files));

  // A table is taken as soon as it is pasted, and again when it was changed and left.
  let taken = "";
  const takeTable = () => pasted.value !== taken && pasted.value.trim().includes("\n") && paste();
  if (pasted) {
    on(pasted, "paste", () => setTimeout(takeTable));
    on(pasted, "change", takeTable);
  }

  function show(event, over) {
    event.preventDefault();
    zone.toggleAttribute("data-over", over);
  }

  function take(files) {
    const file = files[0];
    if (!file) return;
    request?.abort();
    if (files.length > 1) return refuse(`${files.length} files`, "Choose one file at a time; each becomes a batch of its own.");
    if (file.size === 0) return refuse(file.name, "It is empty. It needs a header row and at least one row below it.");
    if (file.size > options.maxBytes) return refuse(file.name, options.tooLarge);
    send(file);
    // The same file can be chosen again after it was mended.
    input.value = "";
  }

  function send(file) {
    const sending = request = new XMLHttpRequest();
    const started = performance.now();
    let told = 0;
    let stalled = 0;
    let lost = null;
    last = file;

    const progress = sent => {
      clearTimeout(stalled);
      if (sent < file.size) stalled = setTimeout(() => { lost = "Nothing of it arrived for half a minute."; sending.abort(); }, stallPause);
      const now = performance.now();
      if (sent < file.size && now - told < progressPause) return;
      told = now;
      tell("OnProgress", file.name, sent, file.size, now - started);
    };
    sending.upload.onprogress = event => progress(Math.min(event.loaded, file.size));
    sending.onloadend = () => clearTimeout(stalled);
    sending.onload = () => sending.status < 300
      ? tell("OnReceived", file.name, sending.responseText)
      : refuse(file.name, reason(sending), sending.status >= 500);
    sending.onerror = () => refuse(file.name, "The connection broke off.", true);
    sending.onabort = () => refuse(file.name, lost, lost !== null);
    sending.open("POST", options.address);
    sending.setRequestHeader("RequestVerificationToken", options.token);
    sending.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    progress(0);
    sending.send(file);
  }

  const paste = () => {
    taken = pasted.value;
    return taken.trim() === ""
      ? refuse("The empty field", "Paste cells into it first.")
      : take([new File([taken], options.pastedName)]);
  };

  return {
    cancel: () => request?.abort(),
    retry: () => send(last),
    paste,
    detach: () => abort.abort(),
  };
}

function reason(request) {
  if (request.status === 401) return "You are signed out. Reload the page, sign in, and choose the file again.";
  try {
    return JSON.parse(request.responseText).message;
  } catch {
    return `The server answered with status ${request.status}.`;
  }
}
