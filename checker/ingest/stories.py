"""Which documents report one story: by folder, by front matter, or by what they say.

A folder that holds documents is a story, with everything below it; a folder that
holds folders only is looked into. A document given by its own path belongs to the
story in whose folder it lies, or else to the one that it is most like. A front
matter that names a story goes before all that.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from checker.ingest.options import StoriesBy
from checker.ingest.story_candidates import KnownInMemory, candidates_of
from checker.ingest.story_groups import group_alike, nearest
from checker.ingest.telling import holders_of, telling_of
from checker.ingest.walk import STDIN
from checker.model.source import Source

ONLY = "story"
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A document as it was read, `story` being what its head names, and its file."""

    source: Source
    path: Path


def assign_stories(
    placed: Sequence[Placed], documents: Sequence[Path], given: Sequence[Path], by: StoriesBy
) -> tuple[Source, ...]:
    """Return the sources, each with its story.

    `documents` are the files found, read or not, and `given` the paths of the run.
    """
    if by is StoriesBy.CONTENT:
        stories = group_alike([telling_of(each.source) for each in placed])
    elif by is StoriesBy.ONE:
        stories = dict.fromkeys((each.source.id for each in placed), _name_of(documents))
    else:
        stories = _by_folder(placed, documents, given)
    if by is not StoriesBy.ONE:
        named = {each.source.id: slug(each.source.story) for each in placed}
        stories = {**stories, **{key: name for key, name in named.items() if name}}
    return tuple(
        each.source.model_copy(update={"story": stories[each.source.id]}) for each in placed
    )


def stories_of_folders(documents: Sequence[Path], given: Sequence[Path]) -> dict[Path, str]:
    """Return the story of each file that lies in a folder which tells one."""
    folders = [path for path in given if path.is_dir()]
    holding = {path.parent for path in documents}
    roots = {path: root for path in documents if (root := _root(path, holding, folders))}
    names = _folder_names(set(roots.values()))
    return {path: names[root] for path, root in roots.items()}


def named_stories(placed: Sequence[Placed]) -> tuple[Source, ...]:
    """Return the sources, each with the story that its head names, or "" where it names none."""
    return tuple(
        each.source.model_copy(update={"story": slug(each.source.story)}) for each in placed
    )


def slug(name: str) -> str:
    """A story's name as an id, without spaces and signs."""
    return _UNSAFE.sub("-", name).strip("-.").lower()


def _by_folder(
    placed: Sequence[Placed], documents: Sequence[Path], given: Sequence[Path]
) -> dict[str, str]:
    """The story of each source by the folder it lies in."""
    folders = [path for path in given if path.is_dir()]
    files = [path for path in documents if path != STDIN]
    holding = {path.parent for path in files}
    roots = {path: root for path in files if (root := _root(path, holding, folders))}
    names = _folder_names(set(roots.values()))
    stories = {each.source.id: names[roots[each.path]] for each in placed if each.path in roots}
    loose = [each for each in placed if each.path not in roots]
    if not names:
        return dict.fromkeys((each.source.id for each in loose), _name_of(documents))
    beside = {each.source.id: _beside(each.path, names) for each in loose}
    stories |= {document: story for document, story in beside.items() if story}
    lost = [each.source for each in loose if not beside[each.source.id]]
    if lost:
        known = [each.source for each in placed if each.path in roots]
        stories |= _nearest_stories(lost, known, stories)
    return stories


def _nearest_stories(
    lost: Iterable[Source], known: Iterable[Source], stories: Mapping[str, str]
) -> dict[str, str]:
    """The story of each lost document: the one among the known that it is most like."""
    tellings = {source.id: telling_of(source) for source in known}
    sizes = Counter(stories[document] for document in tellings)
    holders = holders_of(tellings.values())
    held_by = KnownInMemory(tellings.values())
    found: dict[str, str] = {}
    for telling in map(telling_of, lost):
        near = candidates_of(telling, held_by)
        candidates = [(tellings[document], stories[document]) for document in near]
        held = holders + Counter(telling.words.keys())
        found[telling.id] = nearest(telling, candidates, sizes, held, len(tellings) + 1)
    return found


def _root(path: Path, holding: Set[Path], folders: Iterable[Path]) -> Path | None:
    """The topmost folder above a document that holds documents itself."""
    above = [folder for folder in folders if folder in path.parents]
    if not above:
        return None
    top = min(above, key=lambda folder: len(folder.parts))
    chain = [folder for folder in reversed(path.parents) if folder == top or top in folder.parents]
    return next(folder for folder in chain if folder in holding)


def _beside(path: Path, names: Mapping[Path, str]) -> str:
    """The story in whose folder a document lies; the only one, where there is one."""
    if len(names) == 1:
        return next(iter(names.values()))
    here = Path(os.path.abspath(path))  # noqa: PTH100  (links are not followed)
    folders = {Path(os.path.abspath(root)): name for root, name in names.items()}  # noqa: PTH100
    return next((folders[above] for above in here.parents if above in folders), "")


def _folder_names(roots: Iterable[Path]) -> dict[Path, str]:
    """A name for each folder: its own, with those above it where two share one."""
    paths = {root: Path(os.path.abspath(root)).parts for root in roots}  # noqa: PTH100
    depth = dict.fromkeys(paths, 1)
    while True:
        names = {root: slug("/".join(paths[root][-depth[root] :])) or ONLY for root in paths}
        used = Counter(names.values())
        clashing = [r for r, name in names.items() if used[name] > 1 and depth[r] < len(paths[r])]
        if not clashing:
            return names
        for root in clashing:
            depth[root] += 1


def _name_of(documents: Iterable[Path]) -> str:
    """A name for the one story of a run: that of the folder that holds all of it."""
    parents = [os.path.abspath(path.parent) for path in documents]  # noqa: PTH100
    return slug(Path(os.path.commonpath(parents)).name if parents else "") or ONLY
