import type { DraftFrame } from "../ground/draft-frame.ts";

/** What anybody can read of a service once it is live, and what only staff can. */
export function WhatIsPublic({ frame }: { frame: DraftFrame }) {
  return (
    <>
      <h2 class="govuk-heading-m">What is public</h2>
      <p class="govuk-body">Once “{frame.draft.definition.title}” is live, anybody can read:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>its name, its texts and its questions</li>
        <li>the stages that a request goes through, and your promise of a first answer</li>
        <li>what allows you to ask, how long answers are kept, and who they are passed on to</li>
        <li>what it costs</li>
      </ul>
      <p class="govuk-body">Nobody but your staff can read:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>what people answer: each person sees their own request alone</li>
        <li>how answers are written for the back office, and the tasks of your teams</li>
        <li>the words of messages before they are sent, and what you try out</li>
      </ul>
    </>
  );
}
