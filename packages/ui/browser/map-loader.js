/** Offer a map where a page has a place for one, and load it only when it is asked for. */
export function offerMaps() {
  for (const place of document.querySelectorAll("[data-guildhall-map]")) offerMap(place);
}

function offerMap(place) {
  const words = JSON.parse(place.dataset.words);
  const open = document.createElement("button");
  open.type = "button";
  open.className = "govuk-button govuk-button--secondary";
  open.textContent = words.open;
  place.append(open);
  open.addEventListener("click", async () => {
    open.disabled = true;
    try {
      const [{ showMap }] = await Promise.all([
        import(place.dataset.guildhallMap),
        loadStyles(place.dataset.styles),
      ]);
      open.remove();
      showMap(place, { words, form: place.closest("form"), name: place.dataset.name });
    } catch {
      open.remove();
      place.append(words.failed);
    }
  });
}

function loadStyles(href) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}
