import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDeps, ApiEnv } from "./environment.ts";
import { adoptions } from "./routes/adoptions.ts";
import { createDraftMappings } from "./routes/draft-mappings.ts";
import { draftOutline } from "./routes/draft-outline.ts";
import { draftProcess } from "./routes/draft-process.ts";
import { draftReadiness } from "./routes/draft-readiness.ts";
import { createFolder } from "./routes/folder.ts";
import { recipeDeadlines } from "./routes/recipe-deadlines.ts";
import { recipes } from "./routes/recipes.ts";
import { serviceDraftEdits } from "./routes/service-draft-edits.ts";
import { serviceDraftPublishing } from "./routes/service-draft-publishing.ts";
import { serviceDrafts } from "./routes/service-drafts.ts";
import { serviceHistory } from "./routes/service-history.ts";
import { servicePatterns } from "./routes/service-patterns.ts";
import { serviceVersions } from "./routes/service-versions.ts";
import { stepKinds } from "./routes/step-kinds.ts";

/** Services in the making, and what became of services. */
export function addMaking(
  v1: OpenAPIHono<ApiEnv>,
  { targets, mayCall }: Pick<ApiDeps, "targets" | "mayCall">,
): void {
  v1.route("/", createFolder({ mayCall }));
  v1.route("/services", serviceVersions);
  v1.route("/service-drafts", serviceDrafts);
  v1.route("/service-drafts", serviceDraftEdits);
  v1.route("/service-drafts", serviceDraftPublishing);
  v1.route("/service-drafts", draftReadiness);
  v1.route("/service-drafts", draftProcess);
  v1.route("/service-drafts", draftOutline);
  v1.route("/service-drafts", createDraftMappings({ targets }));
  v1.route("/service-patterns", servicePatterns);
  v1.route("/step-kinds", stepKinds);
  v1.route("/", serviceHistory);
  for (const part of [recipes, adoptions, recipeDeadlines]) v1.route("/", part);
}
