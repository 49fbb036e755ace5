"""The word lists that rules look for."""

from __future__ import annotations

import pytest
import yaml

from graphkit import resources
from graphkit.lexicon import languages


class OnceLoader(yaml.SafeLoader):
    """Notes the keys that a mapping has twice: YAML takes the last and says nothing."""

    twice: list[str]

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key) for key, _ in node.value]
        self.twice += sorted({str(key) for key in keys if keys.count(key) > 1})
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("language", languages())
def test_no_group_and_no_word_with_a_value_stands_twice(language: str) -> None:
    loader = OnceLoader(resources.data("lexicon", f"{language}.yaml").read_text(encoding="utf-8"))
    loader.twice = []
    loader.get_single_data()
    assert loader.twice == []
