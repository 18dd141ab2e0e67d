import type { Council } from "../environment.ts";

/**
 * Ask on every page whether anything is wrong with it.
 *
 * Beside a form it opens a page of its own, so that nothing is lost that was typed and not yet sent.
 */
export function FeedbackLink({ council, besideForm }: { council: Council; besideForm: boolean }) {
  const href = council.at.feedback(council.here);
  const { feedback, newTab } = council.words.frame;
  const another = besideForm ? { target: "_blank", rel: "noopener" } : {};
  return (
    <p class="govuk-body-s portal-feedback">
      <a class="govuk-link" href={href} {...another}>
        {feedback}
        {besideForm && ` ${newTab}`}
      </a>
    </p>
  );
}
