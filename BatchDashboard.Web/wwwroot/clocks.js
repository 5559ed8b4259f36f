// The zone and the hours of all times. The server draws them: a choice is kept in a cookie, and the page is asked for anew.
// The zones are the browser's own to name; they are listed when the menu is first opened.
document.addEventListener("toggle", event => {
  const select = event.newState === "open" ? event.target.querySelector("[data-clocks] select") : null;
  if (!select || select.dataset.listed) return;
  select.dataset.listed = "yes";
  const known = [...select.options].map(option => option.value);
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].filter(zone => !known.includes(zone));
  select.append(...zones.map(zone => new Option(zone, zone)));
}, true);

document.addEventListener("click", event => {
  if (!event.target.matches("[data-clocks] button")) return;
  for (const { name, value } of event.target.parentElement.querySelectorAll("select, input:checked"))
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value === "" ? 0 : 31536000}; samesite=lax`;
  location.reload();
});
