import { wordsHere } from "../words/speech.ts";
import type { Filling } from "./filling.ts";

/**
 * Offer a map where a script runs.
 *
 * Nothing of it is loaded before the person asks for it. It only fills in the fields of this form, so the page works
 * without it.
 */
export function PlaceMap({ name, filling }: { name: string; filling: Filling }) {
  const { map } = wordsHere().places;
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
      data-words={JSON.stringify(map)}
    ></div>
  );
}
