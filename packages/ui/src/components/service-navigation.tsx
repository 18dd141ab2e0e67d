import type { Child } from "hono/jsx";
import {
  type Attributes,
  type Common,
  join,
  type Nothing,
  type Optional,
  type Part,
  partOf,
  present,
  type Slot,
} from "../parts.ts";

export type NavigationItem = { content: Child } & Optional<{
  href: string;
  /** The page being read. */
  current: boolean;
  /** The part of the site that the page being read is in. */
  active: boolean;
  attributes: Attributes;
}>;

export type ServiceNavigationProps = Common &
  Optional<{
    serviceName: string;
    serviceUrl: string;
    navigation: readonly (NavigationItem | Nothing)[];
    ariaLabel: string;
    navigationLabel: string;
    navigationId: string;
    navigationClasses: string;
    menuButtonText: string;
    menuButtonLabel: string;
    collapseNavigationOnMobile: boolean;
    slots: Optional<{
      start: Slot;
      end: Slot<{ align: "inline" | string }>;
      navigationStart: Slot;
      navigationEnd: Slot;
    }>;
  }>;

export function ServiceNavigation(props: ServiceNavigationProps) {
  const start = partOf(props.slots?.start);
  const end = partOf(props.slots?.end);
  const common = {
    class: join("govuk-service-navigation", props.classes),
    "data-module": "govuk-service-navigation",
    ...props.attributes,
  };
  const inner = <Inner {...props} start={start} end={end} />;
  if (!props.serviceName && !start?.content && !end?.content) return <div {...common}>{inner}</div>;
  return (
    <section aria-label={props.ariaLabel ?? "Service information"} {...common}>
      {inner}
    </section>
  );
}

type Inside = ServiceNavigationProps & {
  start: Part | undefined;
  end: Part<{ align: string }> | undefined;
};

function Inner(props: Inside) {
  const inline = props.end?.align === "inline" && "govuk-service-navigation__inlining-container";
  return (
    <div class={join("govuk-width-container", inline)}>
      {props.start?.content}
      <div class="govuk-service-navigation__container">
        <ServiceName name={props.serviceName} href={props.serviceUrl} />
        <Navigation {...props} />
      </div>
      {props.end?.content}
    </div>
  );
}

function ServiceName({ name, href }: { name: string | undefined; href: string | undefined }) {
  if (!name) return null;
  return (
    <span class="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Navigation(props: ServiceNavigationProps) {
  const items = present(props.navigation);
  const before = partOf(props.slots?.navigationStart)?.content;
  const after = partOf(props.slots?.navigationEnd)?.content;
  if (items.length === 0 && !before && !after) return null;
  const label = props.navigationLabel || props.menuButtonText || "Menu";
  return (
    <nav
      aria-label={label}
      class={join("govuk-service-navigation__wrapper", props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && <Toggle {...props} />}
      <ul class="govuk-service-navigation__list" id={props.navigationId || "navigation"}>
        {before}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {after}
      </ul>
    </nav>
  );
}

/** Opens and shuts the menu on a small screen; hidden until a script can do so. */
function Toggle({ menuButtonText, menuButtonLabel, navigationId }: ServiceNavigationProps) {
  const words = menuButtonText || "Menu";
  const label = menuButtonLabel && menuButtonLabel !== words ? menuButtonLabel : undefined;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden, so it has no focus, until the script shows it.
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={navigationId || "navigation"}
      aria-label={label}
      hidden
      aria-hidden="true"
    >
      {words}
    </button>
  );
}

function Item({ href, current, active, attributes, content }: NavigationItem) {
  const here = current || active;
  const state = here ? { "aria-current": current ? "page" : "true" } : {};
  // `strong` keeps the current item apart for those who choose colours and styles of their own.
  const words = here ? (
    <strong class="govuk-service-navigation__active-fallback">{content}</strong>
  ) : (
    content
  );
  return (
    <li
      class={join(
        "govuk-service-navigation__item",
        here && "govuk-service-navigation__item--active",
      )}
    >
      {href ? (
        <a class="govuk-service-navigation__link" href={href} {...state} {...attributes}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" {...state}>
          {words}
        </span>
      )}
    </li>
  );
}
