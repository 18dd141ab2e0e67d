import type { Language, ServiceDefinition } from "@guildhall/contract";
import { own } from "./sheet.ts";
import { mapTexts, type ServiceText, textsOf } from "./texts.ts";

/** How far a service is translated. */
export interface TranslationReport {
  /** Texts without a translation. */
  readonly missing: readonly ServiceText[];
  /** Texts whose English has changed since they were translated. */
  readonly stale: readonly ServiceText[];
  /** Paths of translations that no text of the service has. */
  readonly unknown: readonly string[];
}

/** The languages that a service is offered in: in Welsh from when its title was translated, so that a half-done one can wait. */
export function languagesOf({ welsh = {} }: ServiceDefinition): Language[] {
  return own(welsh, "title") ? ["en", "cy"] : ["en"];
}

/**
 * Give a service in a language: each text in it where there is a translation of the text as it stands, in English else.
 *
 * An old translation is not shown, since what it says may have become wrong.
 */
export function inLanguage(service: ServiceDefinition, language: Language): ServiceDefinition {
  if (!languagesOf(service).includes(language) || language === "en") return service;
  const { welsh = {} } = service;
  return mapTexts(service, (text, path) => {
    const translation = own(welsh, path);
    return translation?.of === text ? translation.text : text;
  });
}

/** Say what is left to translate. */
export function translationReport(service: ServiceDefinition): TranslationReport {
  const { welsh = {} } = service;
  const texts = textsOf(service);
  const paths = new Set(texts.map(({ path }) => path));
  return {
    missing: texts.filter(({ path }) => !own(welsh, path)),
    stale: texts.filter(({ path, text }) => (own(welsh, path)?.of ?? text) !== text),
    unknown: Object.keys(welsh).filter((path) => !paths.has(path)),
  };
}
