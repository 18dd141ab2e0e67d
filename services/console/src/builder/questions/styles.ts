import { questionStyles } from "@guildhall/question-view";

/** The rules of the pages on which questions are made, and of the questions that they show. */
export const questionPageStyles = `${questionStyles}
.console-ways{display:flex;flex-wrap:wrap;gap:5px 20px;padding:0}
.console-page{margin:0 0 30px;padding:20px 20px 5px;border:1px solid var(--govuk-surface-border-colour);border-radius:4px;
overflow-wrap:anywhere}
.console-section{margin:40px 0 20px}
.console-section>.govuk-heading-l{margin-bottom:5px}
.console-page>.govuk-heading-m{margin-bottom:5px}
.console-questions{margin:0 0 15px;padding-left:1.6em;font-size:1.1875rem}
.console-questions .console-questions{font-size:1rem}
.console-questions .console-under{font-size:1rem}
.console-questions>li{padding:10px 0;border-top:1px solid var(--govuk-border-colour)}
.console-does{display:flex;flex-wrap:wrap;gap:5px 15px;margin:5px 0 0;font-size:1rem}
.console-does>*{padding:4px 0}
.console-page>.console-does{margin-bottom:15px}
.console-findings{margin:5px 0 10px;padding:0;font-size:1rem}
.console-findings>li{margin:0 0 5px;padding-left:10px;border-left:4px solid var(--govuk-border-colour)}
.console-findings>.console-wrong{border-color:var(--govuk-error-colour)}
.console-shown{margin-bottom:30px;padding:20px 20px 1px;border:1px dashed var(--govuk-border-colour)}
.console-row{margin:0 0 20px;padding:15px 20px 0;border:1px solid var(--govuk-surface-border-colour);border-radius:4px}
.console-row .govuk-select{max-width:100%}
.console-flow{display:block;margin-bottom:30px;font-size:16px}
.console-flow text{fill:var(--govuk-text-colour)}
.console-flow rect,.console-flow polygon{fill:var(--govuk-body-background-colour);stroke:var(--govuk-text-colour);stroke-width:1.5}
.console-flow polygon{fill:var(--govuk-surface-background-colour)}
.console-flow .console-flow-exit rect{stroke:var(--govuk-error-colour);stroke-width:3}
.console-flow .console-flow--unreached rect,.console-flow .console-flow--unreached polygon{stroke:var(--govuk-error-colour);
stroke-dasharray:6 4}
.console-flow path{fill:none;stroke:var(--govuk-text-colour);stroke-width:1.5}
.console-flow .console-flow-default path{stroke-width:4}
.console-flow .console-flow-beside rect{stroke-dasharray:6 4}
.console-flow .console-flow-beside path{stroke-width:1.5}
.console-flow .console-flow-stage>g>rect{stroke-width:3}
.console-flow .console-flow-arrow{fill:var(--govuk-text-colour);stroke:none}
@media (forced-colors:active){.console-flow text{fill:CanvasText}.console-flow path,.console-flow rect,
.console-flow polygon{stroke:CanvasText}.console-flow rect,.console-flow polygon{fill:Canvas}}
`;
