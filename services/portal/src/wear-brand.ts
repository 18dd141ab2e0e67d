import { type Brand, brandIn, type Service } from "@guildhall/contract";
import { textsOf } from "@guildhall/forms";
import type { Context } from "hono";
import type { Council, PortalEnv } from "./environment.ts";
import { type Speech, speeches } from "./words/speech.tsx";

type Worn = { readonly brand?: string | undefined } & Partial<
  Pick<Service, "languages" | "untranslated">
>;

/**
 * Give the pages of a service its own brand, where it has one that the council still has, and the languages that it is
 * offered in: one that is not offered in Welsh is read in English at a Welsh address too.
 */
export function wearBrand(c: Context<PortalEnv>, service: Worn): void {
  const { council } = c.var;
  const worn = { ...council, ...spokenBy(service, council) };
  const brand = brandOf(worn, service.brand) ?? brandOf(worn, council.brand.id) ?? council.brand;
  c.set("council", { ...worn, brand });
}

function brandOf({ tenant, language }: Council, id: string | undefined): Brand | undefined {
  const brand = tenant.brands.find((one) => one.id === id);
  return brand && brandIn(brand, language);
}

/** The language that was asked for decides, and not what is spoken by now: another version may be offered in it. */
function spokenBy(service: Worn, { api: { language } }: Council): Partial<Council> {
  const { languages } = service;
  if (!languages) return {};
  if (!languages.includes(language)) return { ...inEnglishAlone, languages };
  const untranslated = englishIn(service);
  return { ...speeches[language], lacksWelsh: false, languages, untranslated };
}

const inEnglishAlone = { ...speeches.en, lacksWelsh: true } as const;

/** Give pages that there are in English alone; who comes to them from Welsh ones is told so in Welsh. */
export function withoutWelsh(council: Council): Council {
  const inEnglish = { ...council, ...inEnglishAlone };
  const brand = brandOf(inEnglish, council.brand.id) ?? council.brand;
  const english: Pick<Council, "languages"> = { languages: ["en"] };
  return council.language === "cy"
    ? { ...inEnglish, brand, ...english }
    : { ...council, ...english };
}

/** The texts themselves: a translation is another text than the English that it stands for. */
function englishIn(service: Worn): Speech["untranslated"] {
  const paths = new Set(service.untranslated);
  if (paths.size === 0) return speeches.en.untranslated;
  // Whoever has paths of untranslated texts has the texts: it is a whole service.
  const texts = textsOf(service as Parameters<typeof textsOf>[0]);
  return new Set(texts.filter(({ path }) => paths.has(path)).map(({ text }) => text));
}
