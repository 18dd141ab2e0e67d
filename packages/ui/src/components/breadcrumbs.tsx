import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Attributes, type Common, join, type Optional } from "../parts.ts";

export type Breadcrumb = { content: Child } & Optional<{ href: string; attributes: Attributes }>;
export type BreadcrumbsProps = Common & { items: readonly Breadcrumb[] } & Optional<{
    labelText: string;
    collapseOnMobile: boolean;
  }>;

export function Breadcrumbs(props: BreadcrumbsProps) {
  const words = componentWordsHere();
  const collapse = props.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile";
  return (
    <nav
      class={join("govuk-breadcrumbs", props.classes, collapse)}
      {...props.attributes}
      aria-label={props.labelText ?? words.breadcrumb}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) => (
          <Item {...item} />
        ))}
      </ol>
    </nav>
  );
}

function Item({ href, attributes, content }: Breadcrumb) {
  if (!href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {content}
      </li>
    );
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {content}
      </a>
    </li>
  );
}
