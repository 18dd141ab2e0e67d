import { features, type HouseFeature, type LineFeature, type TownFeature } from "./features.ts";
import { type Sheet, sheetOf, tileSize, type WorldPoint } from "./mercator.ts";

const colours = {
  land: "#f4f1e8",
  built: "#e8e3d8",
  green: "#cfe3c0",
  water: "#a9cde4",
  casing: "#b9b1a2",
  street: "#ffffff",
  main: "#f3cf7a",
  mainCasing: "#b98f2f",
  house: "#cdbfae",
  ink: "#3b3a36",
  waterInk: "#1f5d86",
} as const;

/** Draw a square of the made-up map as SVG; undefined for a zoom that the map has not. */
export function drawTile(at: { z: number; x: number; y: number }): string | undefined {
  if (at.x >= 2 ** at.z || at.y >= 2 ** at.z) return undefined;
  const sheet = sheetOf(at);
  const { rivers, roads, streets, houses, towns } = features();
  const shown = <T>(all: readonly T[], pointsOf: (one: T) => readonly WorldPoint[]) =>
    all.filter((one) => sheet.shows(pointsOf(one)));
  const lines = { rivers: shown(rivers, pointsOf), roads: shown(roads, pointsOf) };
  const near = {
    towns: shown(towns, (town) => town.outline),
    streets: at.z >= 13 ? shown(streets, pointsOf) : [],
    houses: at.z >= 17 ? shown(houses, (house) => [house.at]) : [],
  };
  const layers = [
    `<rect width="${tileSize}" height="${tileSize}" fill="${colours.land}"/>`,
    ...near.towns.map((town) => area(town.outline, colours.built, sheet)),
    ...(at.z >= 13 ? near.towns.map((town) => area(town.green, colours.green, sheet)) : []),
    ...lines.rivers.map((river) => stroke(river, colours.water, width(at.z, 40), sheet)),
    ...lines.roads.map((road) => stroke(road, colours.mainCasing, width(at.z, 16) + 2, sheet)),
    ...lines.roads.map((road) => stroke(road, colours.main, width(at.z, 16), sheet)),
    ...near.streets.map((street) => stroke(street, colours.casing, width(at.z, 9) + 2, sheet)),
    ...near.streets.map((street) => stroke(street, colours.street, width(at.z, 9), sheet)),
    ...near.houses.map((house) => building(house, sheet)),
    ...labels({ ...lines, ...near }, sheet),
  ];
  const box = `xmlns="http://www.w3.org/2000/svg" width="${tileSize}" height="${tileSize}" viewBox="0 0 ${tileSize} ${tileSize}"`;
  return `<svg ${box}>${layers.join("")}</svg>`;
}

interface Shown {
  readonly rivers: readonly LineFeature[];
  readonly roads: readonly LineFeature[];
  readonly streets: readonly LineFeature[];
  readonly houses: readonly HouseFeature[];
  readonly towns: readonly TownFeature[];
}

function labels({ rivers, roads, streets, houses, towns }: Shown, sheet: Sheet): string[] {
  const { z } = sheet;
  return [
    ...(z >= 16 ? streets.flatMap((street) => repeated(street, sheet)) : []),
    ...(z >= 18 ? houses.map((house) => doorNumber(house, sheet)) : []),
    ...(z >= 12 ? rivers.flatMap((river) => byPart(river, colours.waterInk, sheet)) : []),
    ...(z >= 10 ? roads.flatMap((road) => byPart(road, colours.ink, sheet)) : []),
    ...(z <= 15 ? towns.flatMap((town) => townName(town, sheet)) : []),
  ];
}

/** So many metres as pixels at this zoom, and never less than a hair. */
function width(z: number, metres: number): number {
  const perMetre = 2 ** z / 156_543 / Math.cos((52.2 * Math.PI) / 180);
  return Math.max(1, Math.round(metres * perMetre * 10) / 10);
}

function area(points: readonly WorldPoint[], colour: string, sheet: Sheet): string {
  return `<polygon points="${listed(points, sheet)}" fill="${colour}"/>`;
}

function stroke({ points }: LineFeature, colour: string, wide: number, sheet: Sheet): string {
  return `<polyline points="${listed(points, sheet)}" fill="none" stroke="${colour}" stroke-width="${wide}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function building({ at, turn }: HouseFeature, sheet: Sheet): string {
  const [x, y] = sheet.place(at);
  const side = width(sheet.z, 11);
  return `<rect x="${x - side / 2}" y="${y - side / 2}" width="${side}" height="${side}" fill="${colours.house}" transform="rotate(${turn} ${x} ${y})"/>`;
}

function doorNumber({ at, label }: HouseFeature, sheet: Sheet): string {
  const [x, y] = sheet.place(at);
  return written({
    words: label,
    x,
    y: y + 3,
    size: label.length > 3 ? 9 : 10,
    colour: colours.ink,
  });
}

function townName({ name, at, isWhole }: TownFeature, sheet: Sheet): string[] {
  if (!isWhole && sheet.z < 13) return [];
  const [x, y] = sheet.place(at);
  return [written({ words: name, x, y, size: sheet.z < 12 ? 12 : 14, colour: colours.ink })];
}

/** A name along the middle of a street, never upside down. */
function along({ name, points }: LineFeature, colour: string, size: number, sheet: Sheet): string {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = points.map(sheet.place);
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const turn = Math.abs(angle) > 90 ? angle + 180 : angle;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  return written({ words: name, x, y: y + size / 3, size, colour, turn: [turn, x, y] });
}

/** The name of a street, again and again along it, so that one shows wherever the map is. */
function repeated({ name, points }: LineFeature, sheet: Sheet): string[] {
  const [from = { x: 0, y: 0 }, to = from] = points;
  const [[ax, ay], [bx, by]] = [sheet.place(from), sheet.place(to)];
  const parts = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / 280));
  const at = (part: number): WorldPoint => ({
    x: from.x + ((to.x - from.x) * part) / parts,
    y: from.y + ((to.y - from.y) * part) / parts,
  });
  return Array.from({ length: parts }, (_, index) => [at(index), at(index + 1)])
    .filter((part) => sheet.shows(part))
    .map((part) => along({ name, points: part }, colours.ink, 11, sheet));
}

/** A name at the middle of each part of a long line. */
function byPart({ name, points }: LineFeature, colour: string, sheet: Sheet): string[] {
  return points.slice(1).flatMap((end, index) => {
    const part = [points[index] ?? end, end];
    return sheet.shows(part) ? along({ name, points: part }, colour, 12, sheet) : [];
  });
}

interface Words {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly turn?: readonly [degrees: number, x: number, y: number];
}

function written({ words, x, y, size, colour, turn }: Words): string {
  const turned = turn ? ` transform="rotate(${turn.map((one) => one.toFixed(1)).join(" ")})"` : "";
  const halo = `paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="sans-serif" font-size="${size}" text-anchor="middle" fill="${colour}" ${halo}${turned}>${escaped(words)}</text>`;
}

function listed(points: readonly WorldPoint[], sheet: Sheet): string {
  return points.map((point) => sheet.place(point).join(",")).join(" ");
}

function pointsOf({ points }: LineFeature): readonly WorldPoint[] {
  return points;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
