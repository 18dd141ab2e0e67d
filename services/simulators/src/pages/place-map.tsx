import { type GridPoint, gridReference } from "./national-grid.ts";

const size = { width: 400, height: 200 };
/** So many metres are one unit of the drawing. */
const scale = 2;
const squareMetres = 100;

/** A plan of where a case is: the National Grid around its point, drawn here, so that no map server is asked. */
export function PlaceMap({ point }: { point: GridPoint }) {
  const { easting, northing } = point;
  const reference = gridReference(point);
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby="map-title">
        <title id="map-title">
          Plan with the case’s point in the middle, at grid reference {reference}
        </title>
        <rect class="ground" width={size.width} height={size.height} />
        <Eastings around={easting} />
        <Northings around={northing} />
        <Marker />
        <ScaleBar />
      </svg>
      <figcaption>
        Easting {easting}, northing {northing}. Grid reference {reference}. A square is{" "}
        {squareMetres} metres wide.
      </figcaption>
    </figure>
  );
}

function Eastings({ around }: { around: number }) {
  return (
    <>
      {linesAround(around, size.width).map(({ metres, at }) => (
        <>
          <line class={classOf(metres)} x1={at} x2={at} y1={0} y2={size.height} />
          {isLabelled(metres) && at > 40 && at < size.width - 40 ? (
            <text x={at + 3} y={size.height - 5}>
              {metres}
            </text>
          ) : null}
        </>
      ))}
    </>
  );
}

function Northings({ around }: { around: number }) {
  return (
    <>
      {linesAround(around, size.height).map(({ metres, at }) => (
        <>
          <line
            class={classOf(metres)}
            x1={0}
            x2={size.width}
            y1={size.height - at}
            y2={size.height - at}
          />
          {isLabelled(metres) && at > 20 ? (
            <text x={4} y={size.height - at - 4}>
              {metres}
            </text>
          ) : null}
        </>
      ))}
    </>
  );
}

/** The lines of the grid that a drawing of this length shows, and how far along it each is. */
function linesAround(middle: number, length: number): { metres: number; at: number }[] {
  const from = middle - (length / 2) * scale;
  const first = Math.ceil(from / squareMetres) * squareMetres;
  const count = Math.floor((length * scale) / squareMetres) + 1;
  return Array.from({ length: count }, (_, index) => first + index * squareMetres)
    .map((metres) => ({ metres, at: Math.round((metres - from) / scale) }))
    .filter(({ at }) => at <= length);
}

function classOf(metres: number): string {
  return metres % 1000 === 0 ? "kilometre" : "square";
}

function isLabelled(metres: number): boolean {
  return metres % (2 * squareMetres) === 0;
}

function Marker() {
  const [x, y] = [size.width / 2, size.height / 2];
  return (
    <>
      <path
        class="pin"
        d={`M${x} ${y} C${x - 4} ${y - 12} ${x - 14} ${y - 18} ${x - 14} ${y - 28} a14 14 0 0 1 28 0 C${x + 14} ${y - 18} ${x + 4} ${y - 12} ${x} ${y} z`}
      />
      <circle class="hole" cx={x} cy={y - 28} r={5} />
    </>
  );
}

function ScaleBar() {
  const length = squareMetres / scale;
  const [end, y] = [size.width - 14, 20];
  return (
    <>
      <path class="bar" d={`M${end - length} ${y - 5} v5 h${length} v-5`} />
      <text x={end - length} y={y + 14}>
        {squareMetres} m
      </text>
    </>
  );
}
