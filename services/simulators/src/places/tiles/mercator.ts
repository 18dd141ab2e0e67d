import { degreesOf, type GridPoint } from "../../pages/national-grid.ts";

/** A point of the square that all web maps draw the world on: from 0 to 1, from the north-west. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

export function toWorld(point: GridPoint): WorldPoint {
  const { longitude, latitude } = degreesOf(point);
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: (longitude + 180) / 360,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

/** A square of the map, and how points fall on it. */
export interface Sheet {
  readonly z: number;
  /** In the square's own pixels. */
  place(point: WorldPoint): readonly [x: number, y: number];
  /** Whether any of what lies between these points could show, with what stands beside it. */
  shows(points: readonly WorldPoint[]): boolean;
}

export const tileSize = 256;
const margin = 160;

export function sheetOf({ z, x, y }: { z: number; x: number; y: number }): Sheet {
  const scale = tileSize * 2 ** z;
  const place = (point: WorldPoint) =>
    [round(point.x * scale - x * tileSize), round(point.y * scale - y * tileSize)] as const;
  return {
    z,
    place,
    shows(points) {
      const placed = points.map(place);
      return [0, 1].every((axis) => {
        const along = placed.map((one) => one[axis] ?? 0);
        return Math.max(...along) >= -margin && Math.min(...along) <= tileSize + margin;
      });
    },
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
