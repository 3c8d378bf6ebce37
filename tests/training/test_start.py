"""What training begins with: fewer pieces, layers twice, another network's weights."""

from __future__ import annotations

from collections import Counter

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")

from training.model import Reader, Shape, apart
from training.start import SPECIAL, deepened, from_mpnet, kept_pieces

SMALL = Shape(vocabulary=12, layers=2)
PIECES = [f"p{n}" for n in range(12)]


def test_special_pieces_single_characters_and_what_comes_up_most_are_kept() -> None:
    words = {f"[{n}]": n for n in range(SPECIAL)}
    more = {"a": SPECIAL, "##b": SPECIAL + 1, "rare": SPECIAL + 2, "often": SPECIAL + 3, "never": SPECIAL + 4}
    counts = Counter({SPECIAL + 3: 9, SPECIAL + 2: 1})
    kept = kept_pieces(words | more, counts, SPECIAL + 3)
    assert list(kept)[SPECIAL:] == ["a", "##b", "often"]
    assert list(kept.values()) == list(range(SPECIAL + 3))


def test_a_network_with_its_layers_laid_twice_keeps_their_weights() -> None:
    torch.manual_seed(0)
    reader = Reader(SMALL)
    made = deepened(dict(reader.state_dict()), PIECES, PIECES[3:9], [0, 1, 1])
    assert made.shape == Shape(vocabulary=6, layers=3)
    assert torch.equal(made.embeddings.word.weight, reader.embeddings.word.weight[3:9])
    assert all(torch.equal(made.layers[2].state_dict()[n], v) for n, v in reader.layers[1].state_dict().items())
    assert torch.equal(made.role.weight, reader.role.weight)


def test_distances_have_the_buckets_of_mpnet() -> None:
    found = apart(200)
    assert found[0, :9].tolist() == [0, 17, 18, 19, 20, 21, 22, 23, 24]
    assert found[8, :8].tolist() == [8, 7, 6, 5, 4, 3, 2, 1]
    assert (int(found[0, 199]), int(found[199, 0])) == (31, 15)


def test_something_else_is_no_mpnet() -> None:
    state = {
        "embeddings.word_embeddings.weight": torch.zeros(9, 24),
        "embeddings.position_embeddings.weight": torch.zeros(9, 24),
    }
    with pytest.raises(ValueError, match="no MPNet"):
        from_mpnet(state, ["a", "b"], ["a"])
