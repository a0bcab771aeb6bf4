import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

/** What stands where the paper will, until somebody has set it up. */
export function NotSetUp({ language }: { language: string }) {
  const t = wordsOf(language);
  return (
    <div className="max-w-[44rem] pt-10 lg:pt-16">
      <h1 className="text-[clamp(2.1rem,1.35rem+3.2vw,3.6rem)] leading-[1.05] font-medium tracking-[-0.025em] text-balance">
        {t("notSetUpHeading")}
      </h1>
      <p className="mt-4 text-xl leading-[1.45] text-muted">
        {t("notSetUpText")}{" "}
        <a href={routes.setup()} className="prose-link">
          {t("notSetUpAction")}
        </a>
      </p>
    </div>
  );
}
