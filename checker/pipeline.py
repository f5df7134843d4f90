"""The run from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby
from pathlib import Path

from checker import align, extract, ingest, review, rules
from checker.model.claim import Claim
from checker.model.report import Report, RunInfo
from checker.model.source import Source
from checker.rules.question import question_in_words
from checker.settings import Settings, choose_rules, without_dropped

DEFAULTS = Settings()


def check(
    paths: Sequence[Path | str],
    settings: Settings = DEFAULTS,
    store: Path | None = None,
    draft: Path | None = None,
    new: Sequence[Path] | None = None,
) -> Report:
    """Cross-check the documents at `paths`, files or folders.

    Documents of different stories are not compared; the report holds all stories, one
    after the other, and every severity. What could not be read stands in `unread`.
    `store` is a folder of claims that are used again where nothing has changed.
    `draft` is one of the documents, the desk's own: it backs no answer, and the report
    says what stands behind each of its sentences. `new` are those of the documents, or
    folders of them, that the run is asked about: stories without one are not compared.
    Raises MissingInput for a path that does not exist.
    """
    read, unread = ingest.read_all([Path(path) for path in paths], settings.ingest)
    sources = ingest.mark_draft(read, draft) if draft else read
    chosen = choose_rules(rules.load_rules(), settings.select, settings.ignore)
    asked = None if new is None else _ids_under(sources, new)
    looked_at = _of_their_stories(sources, asked)
    found, language_model = claims_of(looked_at, settings, store)
    run = review.run_info(language_model, chosen, settings.in_words(), settings.today)
    stories = [
        _check_story(tuple(told), found, chosen, run, settings, asked or frozenset())
        for _, told in groupby(looked_at, key=lambda source: source.story)
    ]
    report = review.join(run, stories, unread, sources, asked or frozenset())
    return without_dropped(report, settings.per_path)


def _ids_under(sources: Sequence[Source], paths: Sequence[Path]) -> frozenset[str]:
    """Return the ids of the sources that were read from some files or below some folders."""
    named = {path.resolve() for path in paths}
    files = ((source.id, Path(source.path).resolve()) for source in sources)
    return frozenset(key for key, file in files if named & {file, *file.parents})


def _of_their_stories(sources: Sequence[Source], asked: Set[str] | None) -> tuple[Source, ...]:
    """Return the sources of those stories that one of the named takes part in; all for None."""
    if asked is None:
        return tuple(sources)
    stories = {source.story for source in sources if source.id in asked}
    return tuple(source for source in sources if source.story in stories)


def claims_maker(settings: Settings) -> review.Maker:
    """Return what the claims of a run are made by: stored ones are good while it is the same."""
    return review.Maker(
        language_model=extract.describe_model(settings.extract.language_model),
        options=settings.extract.model_dump_json(),
        code=extract.code_digest(),
    )


def save_claims(report: Report, settings: Settings) -> None:
    """Store the claims of a report in the folder that the settings name.

    Raises StoreError where they cannot be written.
    """
    coverage = {each.source: each for each in report.coverage}
    compared = {each for story in report.stories for each in story.sources}
    sources = [source for source in report.sources if source.id in compared]
    claims = _by_source(sources, report.claims)
    found = {key: review.Stored(told, coverage.get(key)) for key, told in claims.items()}
    store_claims(sources, found, settings)


def claims_made_otherwise(report: Report, settings: Settings) -> int:
    """Count the sources whose text is that of the claims in store, made by another program.

    Or by another language model or other settings: what such a run has new may come of
    that alone.
    """
    return review.made_otherwise(report.sources, claims_maker(settings), settings.claims_dir)


def store_claims(
    sources: Sequence[Source], found: Mapping[str, review.Stored], settings: Settings
) -> None:
    """Store the claims found in sources in the folder that the settings name."""
    review.save_claims(sources, found, claims_maker(settings), settings.claims_dir)


def claims_of(
    sources: Sequence[Source], settings: Settings, store: Path | None
) -> tuple[dict[str, review.Stored], str]:
    """Return the claims of each source, those in store as they are, and the language model."""
    found = _stored(sources, settings, store) if store else {}
    fresh = [source for source in sources if source.id not in found]
    if not fresh:
        return found, extract.describe_model(settings.extract.language_model)
    made = extract.find_claims(fresh, settings.extract)
    coverage = {each.source: each for each in made.coverage}
    for key, claims in _by_source(fresh, made.claims).items():
        found[key] = review.Stored(claims, coverage.get(key))
    return found, made.language_model


def _stored(sources: Sequence[Source], settings: Settings, store: Path) -> dict[str, review.Stored]:
    """Return what a folder holds of the claims of sources, as far as it is still good."""
    maker = claims_maker(settings)
    kept = {source.id: review.stored_claims(source, maker, store) for source in sources}
    return {key: each for key, each in kept.items() if each is not None}


def _by_source(sources: Sequence[Source], claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of each source, in their order."""
    told: dict[str, list[Claim]] = {source.id: [] for source in sources}
    for claim in claims:
        told[claim.source].append(claim)
    return {key: tuple(each) for key, each in told.items()}


def _check_story(
    sources: tuple[Source, ...],
    found: Mapping[str, review.Stored],
    chosen: Sequence[rules.Rule],
    run: RunInfo,
    settings: Settings,
    asked: Set[str],
) -> Report:
    """Cross-check the sources of one story."""
    told = [found[source.id] for source in sources]
    claims = tuple(claim for each in told for claim in each.claims)
    clusters = align.cluster(claims, settings.align)
    objections = (finding for rule in chosen for finding in rule.check(clusters, sources))
    return review.report(
        run=run,
        sources=sources,
        claims=claims,
        coverage=tuple(each.coverage for each in told if each.coverage),
        clusters=clusters,
        findings=rules.settle(objections),
        ask=question_in_words,
        min_confidence=settings.min_confidence,
        new=asked,
    )


def extract_claims(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> tuple[Claim, ...]:
    """Return the claims of those documents at `paths` that can be read."""
    sources, _ = ingest.read_all([Path(path) for path in paths], settings.ingest)
    return extract.find_claims(sources, settings.extract).claims
