import {
  type ConnectorDefinition,
  type LineTarget,
  type Mapping,
  Problem,
  type TargetField,
} from "@guildhall/contract";
import { neededDesigns, ShapeRefused } from "@guildhall/mapping";
import { findConnector, findTarget, findTargetFields } from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import type { LiveRead, TargetDesk } from "../target/desk.ts";

/** What a mapping's receiver takes, as far as that is known; and where it is not, why. */
export interface Shape {
  readonly target: LineTarget;
  readonly fields?: readonly TargetField[];
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
}

/** Find what a mapping's receiver takes: as the description says that it names, else as its back office says now. */
export async function shapeOf(ctx: Context, mapping: Mapping, desk: TargetDesk): Promise<Shape> {
  const connector = (await findConnector(ctx.db, mapping.connector))?.definition;
  if (mapping.target !== undefined) return described(ctx, mapping.target);
  if (!connector) {
    const sentence = `There is no connection “${mapping.connector}” any more: send it to another system.`;
    return { target: { state: "gone", sentence } };
  }
  return live(ctx, { mapping, connector, desk });
}

async function described({ db }: Context, id: string): Promise<Shape> {
  const target = await findTarget(db, id);
  const fields = target && (await findTargetFields(db, id));
  if (!fields) {
    const sentence = `The description “${id}” is gone: add it again, or choose another. What is mapped is kept.`;
    return { target: { state: "gone", sentence } };
  }
  const { name, readAt, namespaces } = target;
  const sentence = `As the description “${name}” says.`;
  const said = { state: "known", sentence, name, readAt: instant(readAt) } as const;
  return { target: said, fields, namespaces: namespaces ?? undefined };
}

interface Asked {
  readonly mapping: Mapping;
  readonly connector: ConnectorDefinition;
  readonly desk: TargetDesk;
}

async function live(ctx: Context, { mapping, connector, desk }: Asked): Promise<Shape> {
  const { name, kind } = connector;
  const isBySchema = kind === "uniform" || kind === "valuebill";
  const design = isBySchema ? mapping.schema : neededDesigns(kind, [mapping])[0];
  if (design === undefined) return { target: { state: "none", sentence: noneChosen(name) } };
  try {
    const read = await desk.look(ctx, connector, design);
    return read ? asNow(read, name) : { target: goneFrom(name, design) };
  } catch (error) {
    if (error instanceof ShapeRefused) return { target: goneFrom(name, design) };
    if (!(error instanceof Problem) || error.code !== "office-unavailable") throw error;
    const sentence = `${capital(name)} does not answer, so what it takes cannot be shown. Try again in some minutes. What is mapped is kept.`;
    return { target: { state: "unreachable", sentence } };
  }
}

function noneChosen(name: string): string {
  return `Nobody has said yet which of the documents that ${name} takes this is: choose one, or add a description of it.`;
}

function asNow({ fields, namespaces, title, readAt }: LiveRead, name: string): Shape {
  const sentence = `As ${name} has it now.`;
  const target = { state: "known", sentence, name: title, readAt: instant(readAt) } as const;
  return { target, fields, namespaces };
}

function goneFrom(name: string, design: string): LineTarget {
  const sentence = `${capital(name)} has no “${design}” any more: choose what to send there. What is mapped is kept.`;
  return { state: "gone", sentence };
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
