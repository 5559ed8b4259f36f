// Copies the value of any [data-copy] button that is clicked, says so, and shows it for two seconds.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const copied = await copy(button.dataset.copy);
  const status = document.querySelector("[data-copy-status]");
  if (status) status.textContent = copied ? "Copied" : "Could not copy";
  if (!copied) return;
  button.dataset.copied = "";
  setTimeout(() => {
    delete button.dataset.copied;
    if (status) status.textContent = "";
  }, 2000);
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https the clipboard is closed to pages; the old way still works.
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const focused = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.cssText = "position:fixed;opacity:0";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return copied;
}
