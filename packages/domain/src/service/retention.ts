import type { Retention } from "@guildhall/contract";
import { listLiveServices } from "@guildhall/store";
import { callsKeptDays } from "../call/log.ts";
import { type Context, requireScope } from "../context.ts";
import { dayMs } from "../days.ts";
import { draftLifeMs } from "../draft/terms.ts";
import { feedbackKeptMs } from "../feedback/terms.ts";
import { followersKeptMs } from "../follower/terms.ts";
import { previewKeptMs } from "../preview/terms.ts";
import { webhooksKeptMs } from "../tenant/forget-old.ts";

/** What is forgotten every night, or when its time is over. */
const platform: Retention["platform"] = [
  { kind: "drafts-unkept", days: draftLifeMs / dayMs },
  { kind: "feedback", days: feedbackKeptMs / dayMs },
  { kind: "followers", days: followersKeptMs / dayMs },
  { kind: "previews", days: previewKeptMs / dayMs },
  { kind: "calls", days: callsKeptDays },
  { kind: "webhooks", days: webhooksKeptMs / dayMs },
];

/** See for how long things are kept: what each live service promises, and what the platform forgets by itself. */
export async function getRetention(ctx: Context): Promise<Retention> {
  requireScope(ctx, "services:read");
  const live = await listLiveServices(ctx.db, { limit: 10_000 });
  const services = live.map(({ definition: { id, title, retention } }) => ({
    service: id,
    title,
    ...retention,
  }));
  return { services, platform };
}
