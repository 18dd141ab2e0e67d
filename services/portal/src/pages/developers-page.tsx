import { Button } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

/** Say what others can build on the council's services, and how to begin. */
export function DevelopersPage({ council, look }: { council: Council; look: Look }) {
  const { at, brand } = council;
  return (
    <CouncilPage council={council} look={look} title="Build on our services">
      <Column>
        <h1 class="govuk-heading-xl">Build on our services</h1>
        <p class="govuk-body-l">
          {brand.name} has an API. You can use it to send us requests and to follow them. You can
          also use it to work cases from your own system.
        </p>
        <h2 class="govuk-heading-m">What you can do</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>show our forms and send us what people fill in</li>
          <li>show people how far their request has got</li>
          <li>read a request and its files, add notes, and complete tasks</li>
          <li>be called when something happens</li>
          <li>publish services of your own, if you are a partner</li>
        </ul>
        <h2 class="govuk-heading-m">How to begin</h2>
        <ol class="govuk-list govuk-list--number">
          <li>Ask for access. We give you a test key at once.</li>
          <li>
            Try it out. A test key works with a copy of our services that reaches nothing and nobody
            real.
          </li>
          <li>If you asked for a live key, we write to you when we have decided.</li>
        </ol>
        <Button href={at.access}>Ask for access</Button>
        <h2 class="govuk-heading-m">Read more</h2>
        <ul class="govuk-list">
          <DocLink href={at.docs.guides}>Guides, such as your first call in five minutes</DocLink>
          <DocLink href={at.docs.reference}>Reference of every call</DocLink>
          <DocLink href={at.docs.api}>Try the API in your browser</DocLink>
        </ul>
      </Column>
    </CouncilPage>
  );
}

function DocLink({ href, children }: { href: string; children?: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {children}
      </a>
    </li>
  );
}
