import { Control, GridLayer, Map as LeafletMap } from "leaflet/dist/leaflet-src.esm.js";

const near = 17;

/** Squares as plain pictures: Leaflet's own layer ends them with a picture that lies in its code, which the policy forbids. */
const Tiles = GridLayer.extend({
  createTile({ x, y, z }, done) {
    const tile = document.createElement("img");
    tile.alt = "";
    tile.onload = () => done(null, tile);
    tile.onerror = () => done(new Error("There is no such square"), tile);
    tile.src = this.options.address.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    return tile;
  },
});

/**
 * Show a map under a cross in its middle, which stays while the map is moved, and put the middle into a form.
 *
 * The pin needs no pointer: arrow keys move the map, and Enter or the button puts the pin. Leaflet draws it with
 * styles that a script may set, so the page's policy holds.
 */
export function showMap(place, { words, form, name }) {
  const { places, attribution } = place.dataset;
  const { map, canvas } = draw(place, pointIn(form, name), words);
  if (attribution)
    parted(place, "p", "govuk-hint guildhall-map__attribution").textContent = attribution;
  const button = parted(place, "button", "govuk-button govuk-button--secondary");
  button.type = "button";
  button.textContent = words.put;
  const status = parted(place, "p", "govuk-body");
  status.setAttribute("role", "status");
  status.textContent = words.moving;

  let isMoving = false;
  const put = async () => {
    // A map that glides is not where it was sent yet.
    if (isMoving) await new Promise((resolve) => map.once("moveend", resolve));
    const { lat, lng } = map.getCenter();
    const point = { latitude: lat.toFixed(6), longitude: lng.toFixed(6) };
    fill(form, name, point);
    const text = await nameOf(places, point);
    status.textContent = text
      ? words.near.replace("{address}", text)
      : words.nowhere.replace("{place}", `${point.latitude}, ${point.longitude}`);
  };
  button.addEventListener("click", put);
  // The pin stays where it was put until it is put anew.
  map.on("moveend", () => {
    isMoving = false;
  });
  map.on("movestart", () => {
    isMoving = true;
    status.textContent = words.moving;
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== canvas) return;
    event.preventDefault();
    void put();
  });
  canvas.focus();
}

/** The map with its cross; what is written beside it is not there yet. */
function draw(place, known, words) {
  const { latitude, longitude, tiles } = place.dataset;
  const start = known ?? [Number(latitude), Number(longitude)];
  const frame = parted(place, "div", "guildhall-map__frame");
  const canvas = parted(frame, "div", "guildhall-map__canvas");
  parted(frame, "div", "guildhall-map__cross").setAttribute("aria-hidden", "true");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new LeafletMap(canvas, {
    center: start,
    zoom: known ? near : 14,
    minZoom: 9,
    maxZoom: 19,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: false,
    zoomAnimation: !still,
    inertia: !still,
    keyboardPanDelta: 40,
  });
  const pan = map.panBy.bind(map);
  if (still) map.panBy = (by, how) => pan(by, { ...how, animate: false });
  new Tiles({ address: tiles, minZoom: 9, maxZoom: 19 }).addTo(map);
  new Control.Zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", words.map);
  return { map, canvas };
}

/** What is already in the form. */
function pointIn(form, name) {
  const [lat, lng] = ["latitude", "longitude"].map(
    (part) => form.elements[`${name}-${part}`]?.value,
  );
  return lat && lng ? [Number(lat), Number(lng)] : undefined;
}

function fill(form, name, point) {
  for (const [part, value] of Object.entries(point)) {
    const field = form.elements[`${name}-${part}`] ?? hidden(form, `${name}-${part}`);
    field.value = value;
  }
}

function hidden(form, name) {
  const field = parted(form, "input", "");
  field.type = "hidden";
  field.name = name;
  return field;
}

async function nameOf(places, point) {
  try {
    const answer = await fetch(`${places}?${new URLSearchParams(point)}`);
    return answer.ok ? (await answer.json()).near : null;
  } catch {
    return null;
  }
}

function parted(parent, tag, classes) {
  const part = document.createElement(tag);
  if (classes) part.className = classes;
  parent.append(part);
  return part;
}
