// Keeps the chosen look for the next visit, and tells the browser's own controls about it.
export function rememberTheme(choice) {
  document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset.theme = choice;
  document.querySelector("meta[name=color-scheme]").content = choice === "system" ? "light dark" : choice;
}

// Keeps for the next visit whether single keys are shortcuts.
export function rememberSingleKeys(choice) {
  document.cookie = `single-keys=${choice}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset.singleKeys = choice;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
let tell;

// Tells the page the system's look, now and at every change. Listening begins first, so that no change falls between.
export function followSystem(page) {
  tell = () => page.invokeMethodAsync("FollowSystemAsync", dark.matches);
  dark.addEventListener("change", tell);
  tell();
}

export function stopFollowing() {
  dark.removeEventListener("change", tell);
}
