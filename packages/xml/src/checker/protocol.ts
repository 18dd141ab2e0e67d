import type { SchemaSet } from "@guildhall/contract";
import type { DocumentFault, SchemaFault } from "../fault.ts";
import type { ShapeSource } from "../schema/shape/read-shape.ts";
import type { XmlShape } from "../schema/shape/read-xsd.ts";

/** What the checking thread can be asked, each with what it answers. A set is sent once, and known by its key from then on. */
export interface Questions {
  compile: { given: { key: string; set: SchemaSet }; answer: readonly SchemaFault[] };
  check: {
    given: { key: string; document: string | Uint8Array };
    answer: readonly DocumentFault[];
  };
  shape: {
    given: { source: ShapeSource };
    answer:
      | { readonly shape: XmlShape }
      | { readonly faults: readonly SchemaFault[]; readonly roots: readonly string[] };
  };
  forget: { given: { key: string }; answer: undefined };
}

export type Ask = keyof Questions;

/** One question on its way to the thread, which answers one after the other. */
export type Question = { [K in Ask]: { readonly ask: K } & Readonly<Questions[K]["given"]> }[Ask];

/** The thread's first message, when it has loaded the parser. */
export const ready = "ready";
