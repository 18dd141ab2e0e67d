import type { AdoptionSummary, RecipeDeadline, RecipeSummary } from "@guildhall/contract";
import type { AdoptionRow, DeadlineRow, RecipeLine } from "@guildhall/store";
import { instant } from "../process/present.ts";

/** What a tenant knows of a recipe besides the recipe. */
export interface Besides {
  readonly tenant: string;
  readonly adoptions: readonly AdoptionRow[];
  readonly deadlines: readonly DeadlineRow[];
}

export function presentRecipe(line: RecipeLine, known: Besides): RecipeSummary {
  const { id, version, title, summary, category, publisher, news, sharedAt, tenant } = line;
  const adopted = known.adoptions.filter(({ recipe }) => recipe === id);
  return {
    recipe: id,
    version,
    title,
    summary,
    ...(category === null ? {} : { category }),
    publisher,
    news,
    sharedAt: instant(sharedAt),
    isOwn: tenant === known.tenant,
    adoptedAs: adopted.map(({ service }) => service),
    ...presentDeadline(id, known.deadlines),
  };
}

/** Where a service that was adopted stands, among the recipes that there are. */
export function presentAdoption(
  { service, title, recipe, live, draft }: AdoptionRow,
  { lines, deadlines }: { lines: readonly RecipeLine[]; deadlines: readonly DeadlineRow[] },
): AdoptionSummary {
  const line = lines.find(({ id }) => id === recipe);
  const version = draft ?? live ?? 1;
  return {
    service,
    title,
    recipe,
    version,
    publisher: line?.publisher ?? "",
    ...(live === null ? {} : { live }),
    latest: Math.max(line?.version ?? version, version),
    ...presentDeadline(recipe, deadlines),
  };
}

export function presentVersions(lines: readonly RecipeLine[]) {
  return lines.map(({ version, news, sharedAt }) => {
    return { version, news, sharedAt: instant(sharedAt) };
  });
}

function presentDeadline(
  id: string,
  deadlines: readonly DeadlineRow[],
): { readonly deadline?: RecipeDeadline } {
  const found = deadlines.find(({ recipe }) => recipe === id);
  return found ? { deadline: { version: found.version, by: found.by, why: found.why } } : {};
}
