import { type Received, SoapFault } from "./soap.ts";

/** What may stand at one place of a message; without children it holds text. */
export interface Shape {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly children?: readonly Shape[];
}

/** An element that must be there, once. */
export function one(name: string, ...children: readonly Shape[]): Shape {
  return { name, min: 1, max: 1, ...(children.length > 0 ? { children } : {}) };
}

export function optional(shape: Shape): Shape {
  return { ...shape, min: 0 };
}

export function many(shape: Shape): Shape {
  return { ...shape, max: 200 };
}

const family = "http://www.caps-solutions.co.uk/";

/**
 * Check an element's content against its shape, in the order that the shape has.
 *
 * @throws SoapFault that names the first element that is wrong.
 */
export function checkShape(received: Received, { children = [] }: Shape): void {
  let place = 0;
  for (const child of received.children) {
    const found = children.findIndex(({ name }, at) => at >= place && name === child.name);
    const shape = children[found];
    if (!shape || !child.namespace.startsWith(family)) throw unexpected(child, children, place);
    place = found;
    checkShape(child, shape);
  }
  for (const shape of children) checkCount(received, shape);
}

function checkCount({ name, children }: Received, shape: Shape): void {
  const count = children.filter((child) => child.name === shape.name).length;
  if (count < shape.min) throw new SoapFault("Client", `${shape.name} is missing from ${name}`);
  if (count > shape.max) {
    throw new SoapFault("Client", `${shape.name} is given ${count} times in ${name}`);
  }
}

function unexpected(child: Received, shapes: readonly Shape[], place: number): SoapFault {
  const expected = shapes.slice(place).map(({ name }) => name);
  const words = expected.length > 0 ? `expected: ${expected.join(", ")}` : "expected text";
  return new SoapFault("Client", `{${child.namespace}}${child.name} is out of place; ${words}`);
}
