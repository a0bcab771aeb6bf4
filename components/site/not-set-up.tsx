import { routes } from "@/lib/routes";

/** What stands where the paper will, until somebody has set it up. */
export function NotSetUp() {
  return (
    <div className="max-w-[44rem] pt-10 lg:pt-16">
      <h1 className="text-[clamp(2.1rem,1.35rem+3.2vw,3.6rem)] leading-[1.05] font-medium tracking-[-0.025em] text-balance">
        This paper is not yet set up
      </h1>
      <p className="mt-4 text-xl leading-[1.45] text-muted">
        Whoever runs it gives it a name and makes the first account.{" "}
        <a href={routes.setup()} className="prose-link">
          Set up this paper
        </a>
      </p>
    </div>
  );
}
