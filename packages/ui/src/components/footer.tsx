import type { Child } from "hono/jsx";
import { type Attributes, type Common, join, type Optional } from "../parts.ts";

export type FooterLink = { href: string; content: Child } & Optional<{ attributes: Attributes }>;

export type FooterSection = { title: string } & Optional<{
  items: readonly FooterLink[];
  columns: number;
  width: string;
}>;

export type FooterMeta = Optional<{
  visuallyHiddenTitle: string;
  items: readonly FooterLink[];
  content: Child;
}>;

export type FooterProps = Common &
  Optional<{
    containerClasses: string;
    navigation: readonly FooterSection[];
    meta: FooterMeta;
  }>;

/** The foot of the page, without the crown, the royal arms and Crown copyright: councils may not use them. */
export function Footer(props: FooterProps) {
  return (
    <div class={join("govuk-footer", props.classes)} {...props.attributes}>
      <div class={join("govuk-width-container", props.containerClasses)}>
        {props.navigation?.length ? (
          <>
            <div class="govuk-footer__navigation">
              {props.navigation.map((section) => (
                <Section {...section} />
              ))}
            </div>
            <hr class="govuk-footer__section-break" />
          </>
        ) : undefined}
        <div class="govuk-footer__meta">{props.meta && <Meta {...props.meta} />}</div>
      </div>
    </div>
  );
}

function Section({ title, items = [], columns, width }: FooterSection) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${width || "full"}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul
          class={join(
            "govuk-footer__list",
            columns !== undefined && `govuk-footer__list--columns-${columns}`,
          )}
        >
          {items
            .filter((item) => item.href && item.content)
            .map((item) => (
              <li class="govuk-footer__list-item">
                <FooterAnchor {...item} />
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function Meta({ visuallyHiddenTitle, items = [], content }: FooterMeta) {
  return (
    <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
      <h2 class="govuk-visually-hidden">{visuallyHiddenTitle || "Support links"}</h2>
      {items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {items.map((item) => (
            <li class="govuk-footer__inline-list-item">
              <FooterAnchor {...item} />
            </li>
          ))}
        </ul>
      )}
      {content && <div class="govuk-footer__meta-custom">{content}</div>}
    </div>
  );
}

function FooterAnchor({ href, content, attributes }: FooterLink) {
  return (
    <a class="govuk-footer__link" href={href} {...attributes}>
      {content}
    </a>
  );
}
