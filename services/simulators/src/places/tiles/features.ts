import type { GridPoint } from "../../pages/national-grid.ts";
import { madeWorld } from "../world/build.ts";
import { mainRoads, rivers } from "../world/scenery.ts";
import { type Town, towns } from "../world/towns.ts";
import { toWorld, type WorldPoint } from "./mercator.ts";

export interface LineFeature {
  readonly name: string;
  readonly points: readonly WorldPoint[];
}

export interface HouseFeature {
  readonly at: WorldPoint;
  readonly label: string;
  readonly turn: number;
}

export interface TownFeature {
  readonly name: string;
  readonly at: WorldPoint;
  /** Whether it is a place of its own, not a part of a city. */
  readonly isWhole: boolean;
  readonly outline: readonly WorldPoint[];
  readonly green: readonly WorldPoint[];
}

export interface Features {
  readonly rivers: readonly LineFeature[];
  readonly roads: readonly LineFeature[];
  readonly streets: readonly LineFeature[];
  readonly houses: readonly HouseFeature[];
  readonly towns: readonly TownFeature[];
}

let made: Features | undefined;

/** All that the map shows, on the map's own square; worked out once. */
export function features(): Features {
  made ??= {
    rivers: rivers.map(lineOf),
    roads: mainRoads.map(lineOf),
    streets: madeWorld().streets.map(({ name, from, to }) => ({
      name,
      points: [from, to].map(toWorld),
    })),
    houses: houses(),
    towns: towns.map(townOf),
  };
  return made;
}

function lineOf({ name, points }: { name: string; points: readonly GridPoint[] }): LineFeature {
  return { name, points: points.map(toWorld) };
}

/** Flats stand in one house. */
function houses(): HouseFeature[] {
  return madeWorld()
    .addresses.filter(({ flat = 1 }) => flat === 1)
    .map(({ at, number, building, organisation, street }) => ({
      at: toWorld(at),
      label: organisation ?? (number === undefined ? (building ?? "") : String(number)),
      turn: -street.town.turn,
    }));
}

function townOf(town: Town): TownFeature {
  const [columns, rows] = town.blocks;
  const [wide, high] = [columns * 85 + 70, rows * 60 + 60];
  const corner = (east: number, north: number) => toWorld(turned(town, east, north));
  return {
    name: town.name,
    at: toWorld(town.centre),
    isWhole: town.custodian.code !== 505,
    outline: [
      corner(-wide, -high),
      corner(wide, -high),
      corner(wide + 30, high / 2),
      corner(wide, high),
      corner(-wide + 60, high + 30),
      corner(-wide, high),
    ],
    green: [
      corner(-wide + 92, -high + 72),
      corner(-wide + 205, -high + 72),
      corner(-wide + 205, -high + 142),
      corner(-wide + 92, -high + 142),
    ],
  };
}

function turned({ centre, turn }: Town, east: number, north: number): GridPoint {
  const angle = (turn * Math.PI) / 180;
  return {
    easting: centre.easting + east * Math.cos(angle) - north * Math.sin(angle),
    northing: centre.northing + east * Math.sin(angle) + north * Math.cos(angle),
  };
}
