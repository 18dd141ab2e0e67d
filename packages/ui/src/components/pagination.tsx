import type { Child } from "hono/jsx";
import {
  type Attributes,
  type Common,
  join,
  type Nothing,
  type Optional,
  present,
} from "../parts.ts";

export type PaginationLink = { href: string } & Optional<{
  content: Child;
  /** What is there, such as the title of the next page; shown where no page numbers are. */
  labelText: string;
  attributes: Attributes;
}>;

export type PaginationItem = Optional<{
  number: number | string;
  href: string;
  current: boolean;
  ellipsis: boolean;
  visuallyHiddenText: string;
  attributes: Attributes;
}>;

export type PaginationProps = Common &
  Optional<{
    landmarkLabel: string;
    previous: PaginationLink;
    next: PaginationLink;
    items: readonly (PaginationItem | Nothing)[];
  }>;

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};
type Way = keyof typeof arrows;

export function Pagination(props: PaginationProps) {
  const block = !props.items && Boolean(props.previous ?? props.next);
  return (
    <nav
      class={join("govuk-pagination", block && "govuk-pagination--block", props.classes)}
      aria-label={props.landmarkLabel || "Pagination"}
      {...props.attributes}
    >
      <ArrowLink way="prev" link={props.previous} block={block} />
      {props.items && (
        <ul class="govuk-pagination__list">
          {present(props.items)
            .filter((item) => Object.keys(item).length > 0)
            .map((item) => (
              <Item {...item} />
            ))}
        </ul>
      )}
      <ArrowLink way="next" link={props.next} block={block} />
    </nav>
  );
}

function ArrowLink({
  way,
  link,
  block,
}: {
  way: Way;
  link: PaginationLink | undefined;
  block: boolean;
}) {
  if (!link?.href) return null;
  const arrowFirst = block || way === "prev";
  const decorated = block && !link.labelText && "govuk-pagination__link-title--decorated";
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={way} {...link.attributes}>
        {arrowFirst && <Arrow way={way} />}{" "}
        <span class={join("govuk-pagination__link-title", decorated)}>
          {link.content || <Title way={way} />}
        </span>
        {block && link.labelText && (
          <>
            {" "}
            <span class="govuk-visually-hidden">:</span>{" "}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && <Arrow way={way} />}
      </a>
    </div>
  );
}

function Title({ way }: { way: Way }) {
  return (
    <>
      {way === "prev" ? "Previous" : "Next"}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
}

function Arrow({ way }: { way: Way }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[way]} />
    </svg>
  );
}

function Item(item: PaginationItem) {
  if (item.ellipsis) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  }
  return (
    <li class={join("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? "page" : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}
