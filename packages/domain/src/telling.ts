import type { Actor, EventType } from "@guildhall/contract";
import type { StepOf } from "@guildhall/process";
import type { CompiledService } from "./catalogue.ts";

/** The process that an event is about: which version it follows, and whether its citizen can be written to. */
export interface TalkedOf {
  readonly id: string;
  readonly service: CompiledService;
  readonly hasEmail: boolean;
  /** Whether they left a number that can take a text. */
  readonly hasMobile?: boolean;
}

export interface Telling {
  readonly type: EventType;
  readonly process: TalkedOf;
  readonly subject: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Nobody is written to: a note for staff, a step too small to tell. */
  readonly quiet?: boolean;
  /** Nobody is called: it is somebody's task, or nobody's. */
  readonly calm?: boolean;
  /** The deliveries that begin with it. */
  readonly deliveries?: readonly StepOf<"deliver">[];
  readonly actor?: Actor;
}
