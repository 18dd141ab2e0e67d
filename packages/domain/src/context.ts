import { type Actor, Problem, Scope } from "@guildhall/contract";
import type { AssistedBy } from "@guildhall/keys";
import type { Ground } from "./ground.ts";

/** What a request may touch when it came with a token for one thing only. */
export interface Only {
  readonly draft?: string;
  readonly process?: string;
  /** The request for access that an applicant follows. */
  readonly access?: string;
  /** Of a grant: its generation and the connector it was handed to. */
  readonly grant?: { readonly generation: number; readonly connector: string };
  /** Of an officer of another tenant: the agreement under which they serve callers here. */
  readonly agreement?: ActsUnder;
}

/** An agreement that is in force, and who of its serving tenant acts under it. */
export interface ActsUnder {
  readonly id: string;
  readonly person: string;
  /** At their own tenant. */
  readonly session: string;
  /** Left out for all. */
  readonly services?: readonly string[] | undefined;
}

/** A request that may come again: who asked where with which key, and what the request said, as digests. */
export interface RepeatableRequest {
  readonly id: string;
  readonly digest: string;
}

/** Who acts for which tenant, with what right, and by which clock. Everything a verb may know of the world. */
export interface Context extends Ground {
  readonly actor: Actor;
  readonly scopes: ReadonlySet<Scope>;
  readonly only?: Only | undefined;
  /** The id of the API key that was shown, itself or by a token that it was exchanged for. */
  readonly key?: string | undefined;
  /** Whether that key's secret in force was shown: not the one before it, and not a token. */
  readonly holdsSecret?: boolean | undefined;
  /** The session of a member of staff. */
  readonly session?: string | undefined;
  /** When they last proved who they are. */
  readonly signedInAt?: number | undefined;
  /** The session in which a member of staff fills in a draft for a caller, or follows what came of it. */
  readonly assists?: AssistedBy | undefined;
  readonly request?: RepeatableRequest | undefined;
}

/** What a verb says that officers of another tenant may do under an agreement. */
export type By = "or-under-agreement";

/**
 * Refuse an actor without the scope. The first line of every verb.
 *
 * Officers of another tenant are refused whatever their scopes, but by the verbs that say that they can be done under
 * an agreement: those look themselves to what the agreement is about.
 */
export function requireScope(ctx: Context, scope: Scope, by?: By): void {
  const isRefused = ctx.only?.agreement !== undefined && by === undefined;
  if (isRefused || !ctx.scopes.has(scope)) throw new Problem("scope-missing");
}

/** Whether somebody sees a process as its citizen does: they themselves, and whoever has filled it in for them. */
export function seesAsCitizen({ actor, assists }: Pick<Context, "actor" | "assists">): boolean {
  return actor.kind === "citizen" || assists !== undefined;
}

/** A context of the platform itself: the worker and the command line act in it. */
export function asPlatform(ground: Ground): Context {
  return { ...ground, actor: platform, scopes: allScopes };
}

const platform: Actor = { kind: "platform", id: "platform", name: "Guildhall" };
const allScopes: ReadonlySet<Scope> = new Set(Scope.options);
