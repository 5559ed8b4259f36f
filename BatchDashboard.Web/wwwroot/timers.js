// Counts on the seconds in [data-age], which says how many had gone by when it was drawn: no server is asked for that.
const begun = new WeakMap();

function tick() {
  const now = performance.now();
  for (const timer of document.querySelectorAll("[data-age]")) {
    const { age } = timer.dataset;
    if (begun.get(timer)?.age !== age) begun.set(timer, { age, at: now });
    timer.textContent = clock(Math.floor(Number(age) + (now - begun.get(timer).at) / 1000));
  }
}

function clock(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] > 0 ? parts : parts.slice(1)).map((part, index) => index ? String(part).padStart(2, "0") : part).join(":");
}

setInterval(tick, 500);
