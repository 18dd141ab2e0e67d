import { patterns } from "@guildhall/builder";
import type { ServicePattern, StepKind } from "@guildhall/contract";
import { stepKinds } from "@guildhall/process";
import { type Context, requireScope } from "../context.ts";

/** List the questions that many services ask alike, in the order in which most forms ask them. */
export function listServicePatterns(ctx: Context): { data: ServicePattern[] } {
  requireScope(ctx, "services:read");
  return {
    data: patterns.map(({ id, title, text, pages }) => ({
      id,
      title,
      text,
      pages: pages.map((page) => ({
        title: page.title,
        questions: page.questions.map(({ label }) => label),
      })),
    })),
  };
}

/** List what a step of a process can be, and what each kind asks to be told. */
export function listStepKinds(ctx: Context): { data: StepKind[] } {
  requireScope(ctx, "services:read");
  return { data: [...stepKinds] };
}
