"""
Loads exported files with the trainers' own code. Reads {"jobs": [{"library", ...}]} and prints, for each, the library's version and what it made of the file, or
why it could not be imported here.
"""
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import json
import sys
import tempfile
import types

# What trainers import at their head and need for models alone: reading rows is plain Python.
MODELS_ONLY = {"torch", "torchaudio", "torchvision", "accelerate", "peft", "addict", "av"}


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Empty modules in the place of those that are not here, whose every name is an empty class that can decorate."""

    class Blank(type):
        def __getattr__(cls, name):
            return StandIns.blank(name)

    @staticmethod
    def blank(name):
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIns.Blank(name, (), {"__init__": lambda *_, **__: None, "__call__": lambda _, given=None, *__, **___: given})

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] in MODELS_ONLY else None

    def create_module(self, spec):
        made = types.ModuleType(spec.name)
        made.__version__ = "0"
        made.__getattr__ = self.blank
        return made

    def exec_module(self, module):
        pass


def stand_in():
    """Of what is here nothing is stood in for: this finder is asked last. Libraries that ask whether torch is there do so before."""
    import datasets, transformers  # noqa: E401, F401
    from transformers import PreTrainedTokenizerFast, ProcessorMixin  # noqa: F401

    if not any(isinstance(finder, StandIns) for finder in sys.meta_path):
        sys.meta_path.append(StandIns())
    return sorted(name for name in MODELS_ONLY if isinstance(getattr(importlib.util.find_spec(name), "loader", None), StandIns))


def without_none(value):
    """Trainers take nulls that Arrow adds for absent keys as absent."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    return [without_none(item) for item in value] if isinstance(value, list) else value


def rows_of(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tokenizer_with(template):
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast

    made = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel({"?": 0}, unk_token="?")), eos_token="?")
    made.chat_template = template
    return made


def run_datasets(job):
    import datasets

    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(job["format"], data_files=job["file"], split="train", cache_dir=cache)
        return {"rows": [without_none(row) for row in loaded.to_list()]}


def run_pyarrow(job):
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(job["file"])
    return {"rows": [without_none(row) for row in table.to_pylist()]}


def run_trl(job):
    from trl.data_utils import apply_chat_template, is_conversational

    tokenizer = tokenizer_with(job["template"])
    rows = rows_of(job["file"])
    assert all(is_conversational(row) for row in rows), "a row is no conversation"
    texts = [apply_chat_template({"messages": row["messages"]}, tokenizer, tools=row.get("tools") or None) for row in rows]
    return {"texts": [text["text"] for text in texts]}


def run_llamafactory(job):
    from llamafactory.data.converter import get_dataset_converter
    from llamafactory.data.formatter import FunctionFormatter, ToolFormatter
    from llamafactory.data.parser import get_dataset_list

    (attributes,) = get_dataset_list([job["dataset"]], job["folder"])
    convert = get_dataset_converter(attributes.formatting, attributes, None)
    functions = FunctionFormatter(slots=["{{content}}"], tool_format="default")
    tools = ToolFormatter(tool_format="default")
    words = {"thought_words": ("<think>\n", "\n</think>\n\n"), "tool_call_words": ("<tool_call>", "</tool_call>")}
    made = []
    for row in rows_of(job["file"]):
        one = convert(row)
        turns = one["_prompt"] + one["_response"]
        assert turns, "a row is skipped"
        for turn in turns:
            if turn["role"] == "function":
                functions.apply(content=turn["content"], **words)
        if one["_tools"]:
            tools.apply(content=one["_tools"])
        made.append({"turns": len(turns), "system": one["_system"]})
    return {"rows": made}


def letters_with(template, eos):
    """A tokenizer of letters, by which every trained place is exact."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    letters = Tokenizer(models.BPE(vocab={letter: at for at, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}, merges=[]))
    letters.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    letters.decoder = decoders.ByteLevel()
    made = PreTrainedTokenizerFast(tokenizer_object=letters, eos_token=eos)
    made.chat_template = template
    return made


def trained_texts(tokenizer, ids, labels):
    """What is trained on, piece by piece."""
    pieces = [[]]
    for id, label in zip(ids, labels):
        if label != -100:
            pieces[-1].append(id)
        elif pieces[-1]:
            pieces.append([])
    return [tokenizer.decode(piece, clean_up_tokenization_spaces=False) for piece in pieces if piece]


def run_axolotl(job):
    from axolotl.prompt_strategies.chat_template import ChatTemplatePrompter, ChatTemplateStrategy

    tokenizer = letters_with(job["template"], job["eos"])
    prompter = ChatTemplatePrompter(tokenizer, chat_template=job["template"], message_field_training="train", max_length=1 << 20, **job["prompter"])
    settings = {"train_on_inputs": False, "sequence_len": 1 << 20, "roles_to_train": ["assistant"], "train_on_eos": "turn"}
    strategy = ChatTemplateStrategy(prompter, tokenizer, **settings)
    made = []
    for row in rows_of(job["file"]):
        one = strategy.tokenize_prompt(row)
        thread = [turn["training"] for turn in strategy.get_conversation_thread(row)]
        text = tokenizer.decode(one["input_ids"], clean_up_tokenization_spaces=False)
        made.append({"training": thread, "text": text, "trained": trained_texts(tokenizer, one["input_ids"], one["labels"])})
    return {"rows": made}


def run(job):
    library = job["library"]
    try:
        stood_in = stand_in() if library in ("axolotl", "llamafactory") else []
        __import__(library)
        version = importlib.metadata.version(library)
    except Exception as error:
        return {"version": None, "missing": str(error)}
    try:
        return {"version": version, "missing": None, "stoodIn": stood_in, "result": globals()[f"run_{library}"](job)}
    except ModuleNotFoundError as error:
        return {"version": version, "missing": str(error)}
    except Exception as error:
        return {"version": version, "missing": None, "error": f"{type(error).__name__}: {error}"}


print(json.dumps([run(job) for job in json.load(sys.stdin)["jobs"]]))
