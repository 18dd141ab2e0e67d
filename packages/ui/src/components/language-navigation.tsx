import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

/**
 * A language, named in itself; the one without `href` is the one being read.
 *
 * One that is not, and has none, is a button in its content, as where a form is to be kept first.
 */
export type Language = Common & { content: Child } & Optional<{
    href: string;
    lang: string;
    hrefLang: string;
    dir: string;
    current: boolean;
    languageDescriptionText: string;
  }>;

export type LanguageNavigationProps = Common & { items: readonly Language[] } & Optional<{
    ariaLabel: string;
  }>;

export function LanguageNavigation(props: LanguageNavigationProps) {
  return (
    <nav
      class={join("govuk-language-navigation", props.classes)}
      {...props.attributes}
      aria-label={props.ariaLabel ?? "Language"}
    >
      <ul class="govuk-language-navigation__list">
        {props.items.map((item) => (
          <li class="govuk-language-navigation__list-item">
            <Item {...item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item(item: Language) {
  if (item.current === false && !item.href) return <>{item.content}</>;
  return item.current || !item.href ? <Current {...item} /> : <Other {...item} />;
}

function Current({ lang, dir, classes, attributes, content }: Language) {
  return (
    <span
      class={join("govuk-language-navigation__text", classes)}
      aria-current="true"
      lang={lang}
      dir={dir}
      {...attributes}
    >
      {content}
    </span>
  );
}

function Other(language: Language) {
  return (
    <a
      class={join("govuk-language-navigation__link", language.classes)}
      href={language.href}
      rel="alternate"
      lang={language.lang}
      hreflang={language.hrefLang || language.lang}
      dir={language.dir}
      {...language.attributes}
    >
      {language.content}
      {language.languageDescriptionText && (
        <span class="govuk-visually-hidden"> {language.languageDescriptionText}</span>
      )}
    </a>
  );
}
