import type { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { pageOfPart } from "../ground/page-of-part.ts";
import { TryPage } from "./try-page.tsx";

interface Shown {
  readonly chosen?: { readonly answers?: string | undefined; readonly fault?: string | undefined };
  readonly faults?: Faults;
  readonly refused?: Refused;
}

/** The page on which a try begins, with what keeps the draft from being tried where something does. */
export async function showStart(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { refused, ...shown }: Shown = {},
): Promise<Response> {
  const readiness = await c.var.desk.api.readiness(frame.draft.service);
  const unworkable = refused?.faults.map(
    ({ pointer, detail = "This part cannot work as it is." }) => {
      return { sentence: detail, href: pageOfPart(frame.here, pointer) };
    },
  );
  const page = { frame, readiness, ...shown, ...(unworkable ? { unworkable } : {}) };
  return c.html(<TryPage {...page} />, refused || shown.faults ? 422 : 200);
}
