import { ErrorPage, errorPages, Layout } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { front } from "../addresses.ts";
import type { Look } from "../environment.ts";
import { Column } from "./office-page.tsx";

/** A staff page that is no organisation's. */
export function PlainPage(props: { look: Look; title: string; children?: Child }) {
  return (
    <Layout
      lang="en-GB"
      title={props.title}
      brand={{ name: "Guildhall" }}
      home={front}
      service={{ name: "Staff", href: front }}
      assets={props.look.assets}
      head={<link rel="stylesheet" href={props.look.stylesheet} />}
    >
      <Column>{props.children}</Column>
    </Layout>
  );
}

/** Say that there is no such page, the same whatever it is that there is not. */
export function NotFoundPage({ look }: { look: Look }) {
  return (
    <PlainPage look={look} title={errorPages["not-found"].title}>
      <ErrorPage kind="not-found" startHref={front} />
    </PlainPage>
  );
}

export function FaultPage({ look, kind }: { look: Look; kind: "problem" | "unavailable" }) {
  return (
    <PlainPage look={look} title={errorPages[kind].title}>
      <ErrorPage kind={kind} />
    </PlainPage>
  );
}

/** A request that no page of ours makes, or that this person may not make. */
export function RefusedPage({ look, title, text }: { look: Look; title: string; text: string }) {
  return (
    <PlainPage look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={front}>
          Go to the first page
        </a>
      </p>
    </PlainPage>
  );
}
