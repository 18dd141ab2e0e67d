import type { Language } from "@guildhall/contract";
import type { Council } from "../environment.ts";
import { speeches } from "../words/speech.tsx";
import { EnterButton } from "./back-button.tsx";

const names: Readonly<Record<Language, string>> = { en: "English", cy: "Cymraeg" };

/** The field of a form that says in which language its page is to be read. No question has such a name. */
export const readInField = "read-in";

interface Place {
  readonly address?: string | undefined;
  readonly form?: string | undefined;
}

/** Lead to the same page in the other language, and lose nothing that was typed into its form. */
export function languageSwitch(council: Council, { address, form }: Place) {
  return versionsOf(council, address ?? council.address).map(({ language, href }) => {
    const current = language === council.language;
    const common = { lang: language, current };
    if (form === undefined || current) return { ...common, href, content: names[language] };
    return { ...common, content: <ReadIn language={language} form={form} to={href} /> };
  });
}

/** Send the form to where it is read in that language, which shows it again as it was sent. */
function ReadIn({ language, form, to }: { language: Language; form: string; to: string }) {
  return (
    <>
      <EnterButton form={form} />
      <button
        class="portal-link"
        type="submit"
        form={form}
        formaction={to}
        name={readInField}
        value={language}
        lang={language}
        formnovalidate
      >
        {names[language]}
      </button>
    </>
  );
}

/** The address of a page in each language that it can be read in; none where there is one alone. */
function versionsOf({ at, languages }: Council, address: string) {
  const several = languages.length > 1 ? languages : [];
  return several.map((language) => ({ language, href: at.inLanguage(language, address) }));
}

/** Tell search engines where the page is in other languages. */
export function Alternates({ council, address }: { council: Council; address: string }) {
  const versions = versionsOf(council, address);
  const inEnglish = versions.filter(({ language }) => language === "en");
  const named = [
    ...versions.map(({ language, href }) => ({ hreflang: language, href })),
    ...inEnglish.map(({ href }) => ({ hreflang: "x-default", href })),
  ];
  return (
    <>
      {named.map(({ hreflang, href }) => (
        <link rel="alternate" hreflang={hreflang} href={`${council.origin}${href}`} />
      ))}
    </>
  );
}

/** Say in Welsh why a page is in English. */
export function NotInWelsh({ council }: { council: Council }) {
  if (!council.lacksWelsh) return null;
  return (
    <p class="govuk-body govuk-!-margin-top-4 govuk-!-margin-bottom-0" lang="cy">
      {speeches.cy.words.frame.notInWelsh}
    </p>
  );
}
