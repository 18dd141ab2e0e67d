import { ContactUs } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage, type CouncilPageProps } from "./council-page.tsx";

export interface StatementProps {
  readonly council: Council;
  readonly look: Look;
}

type Props = StatementProps &
  Pick<CouncilPageProps, "beforeContent" | "children"> & { title: string; banner?: Child };

/** A page of the council's word on something, with how to reach the council below it. */
export function Statement(props: Props) {
  const { council, look, title, banner, beforeContent, children } = props;
  return (
    <CouncilPage council={council} look={look} title={title} beforeContent={beforeContent}>
      <Column>
        {banner}
        <h1 class="govuk-heading-xl">{title}</h1>
        {children}
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

/** A heading with what belongs to it. */
export function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </>
  );
}

/** A link that stands inside a sentence. */
export function To({ href, children }: { href: string; children?: Child }) {
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  );
}

export function Bullets({ items }: { items: readonly Child[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
