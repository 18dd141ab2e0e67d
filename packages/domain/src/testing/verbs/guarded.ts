import type { Scope } from "@guildhall/contract";
import type { Context } from "../../context.ts";

/** A verb by its name, the scope that it needs, and one call of it. */
export type GuardedVerb = [string, Scope, (ctx: Context) => Promise<unknown>];
