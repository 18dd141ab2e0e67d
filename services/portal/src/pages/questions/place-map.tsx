import type { Filling } from "./filling.ts";

const words = {
  open: "Choose the place on a map",
  map: "Map. Move it with the arrow keys, zoom with plus and minus, and press Enter to put the pin in the middle.",
  put: "Put the pin here",
  near: "The pin is near {address}. Select Continue to use it.",
  nowhere: "The pin is at {place}. Select Continue to use it.",
  moving: "Move the map until the cross is on the place.",
  failed: "The map cannot be shown at the moment. Search for a postcode or street instead.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
};

/**
 * Offer a map where a script runs.
 *
 * Nothing of it is loaded before the person asks for it. It only fills in the fields of this form, so the page works
 * without it.
 */
export function PlaceMap({ name, filling }: { name: string; filling: Filling }) {
  const { lookUp } = filling;
  const centre = lookUp?.map.centre;
  if (!lookUp || !centre) return null;
  return (
    <div
      class="portal-map"
      data-guildhall-map={lookUp.map.script}
      data-styles={lookUp.map.stylesheet}
      data-tiles={`${lookUp.home}/tiles/{z}/{x}/{y}`}
      data-places={`${lookUp.home}/places`}
      data-latitude={centre.latitude}
      data-longitude={centre.longitude}
      data-attribution={lookUp.map.attribution ?? ""}
      data-name={name}
      data-words={JSON.stringify(words)}
    ></div>
  );
}
