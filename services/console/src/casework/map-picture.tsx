import type { CaseAnswers } from "@guildhall/contract";
import { Location } from "@guildhall/contract";
import type { Office } from "../environment.ts";

type Place = Pick<Location, "latitude" | "longitude">;

const zoom = 17;
const tile = 256;
const width = 512;
const height = 256;

/** The first place among the answers, as it holds now. */
export function placeIn({ pages }: CaseAnswers): Place | undefined {
  for (const { type, value } of pages.flatMap(({ rows }) => rows)) {
    const place = type === "location" ? Location.safeParse(value).data : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A picture of where it is, of squares that this site itself gives: no other site learns of the place. */
export function MapPicture({ office, place }: { office: Office; place: Place }) {
  const { places } = office.tenant;
  if (places?.centre === undefined) return null;
  const [x, y] = pixelsOf(place);
  const [left, top] = [x - width / 2, y - height / 2];
  return (
    <>
      <h3 class="govuk-heading-s">Where it is</h3>
      <svg
        class="console-map"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Map around latitude ${place.latitude}, longitude ${place.longitude}`}
      >
        {squares(left, top).map(([column, row]) => (
          <image
            href={office.at.tile(`${zoom}-${column}-${row}`)}
            x={Math.round(column * tile - left)}
            y={Math.round(row * tile - top)}
            width={tile}
            height={tile}
          />
        ))}
        <circle cx={width / 2} cy={height / 2} r={10} />
      </svg>
      <p class="govuk-body-s">{places.attribution}</p>
    </>
  );
}

/** Where a place is on a map of the world, as web maps count its pixels. */
function pixelsOf({ latitude, longitude }: Place): [number, number] {
  const world = tile * 2 ** zoom;
  const radians = (latitude * Math.PI) / 180;
  const north = Math.asinh(Math.tan(radians)) / Math.PI;
  return [((longitude + 180) / 360) * world, ((1 - north) / 2) * world];
}

function squares(left: number, top: number): [number, number][] {
  const upTo = (from: number, length: number) => {
    const first = Math.floor(from / tile);
    const last = Math.floor((from + length - 1) / tile);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  };
  return upTo(top, height).flatMap((row) =>
    upTo(left, width).map((column): [number, number] => [column, row]),
  );
}
