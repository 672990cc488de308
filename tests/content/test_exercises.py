"""The course's own content: names and signatures are fixed, and stubs are those of the solutions.

Reports, gradebooks and other people's tools rely on the names and signatures below.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.exercise import Exercise

# Exercise: the functions and classes that a learner writes, as they are called.
CATALOG = {
    "data_layout": (
        "to_channels_last(images)",
        "to_channels_first(images)",
        "flatten_images(images)",
    ),
    "linear_shapes": (
        "weight_shape(in_features, out_features)",
        "bias_shape(out_features)",
        "parameter_count(in_features, out_features, use_bias=True)",
    ),
    "bias_addition": ("add_bias(x, bias)",),
    "linear_forward": ("linear(x, weight, bias=None)",),
    "stacked_linear": ("collapse(weight1, bias1, weight2, bias2)",),
    "relu": ("relu(x)", "relu_gradient(x, upstream)"),
    "mlp_parameters": ("mlp_parameter_count(layer_sizes, use_bias=True)",),
    "linear_training": (
        "mean_squared_error(prediction, target)",
        "training_step(x, target, weight, bias, learning_rate)",
    ),
    "early_stopping": ("best_epoch(validation_losses, patience)",),
    "dense_layer": ("Linear(units, use_bias=True)",),
    "mlp_classifier": ("build_classifier(input_shape, hidden_units, classes)",),
    "conv_output_size": ("output_size(size, kernel, stride=1, padding=0, dilation=1)",),
    "conv_padding": (
        "same_padding(size, kernel, stride=1, dilation=1)",
        "pad_images(x, kernel, stride=1, dilation=1)",
    ),
    "single_filter": ("apply_filter(patch, kernel)", "filter_image(image, kernel, stride=1)"),
    "conv2d": ("conv2d(x, filters, bias=None, stride=1, padding='valid')",),
    "im2col": ("im2col(x, kernel, stride=1)", "conv2d_im2col(x, filters, stride=1)"),
    "conv_parameters": (
        "conv_parameter_count(kernel, in_channels, out_channels, use_bias=True)",
        "linear_parameter_count_for(input_shape, output_shape, use_bias=True)",
    ),
    "dilated_conv": (
        "effective_kernel(kernel, dilation)",
        "dilated_conv2d(x, filters, dilation=1, padding='valid')",
    ),
    "depthwise_conv": ("depthwise_conv2d(x, filters, stride=1, padding='valid')",),
    "conv_gradient": (
        "conv2d_filter_gradient(x, upstream, kernel, stride=1)",
        "conv2d_input_gradient(filters, upstream, input_shape, stride=1)",
    ),
    "conv_layer": ("Convolution(filters, kernel, stride=1, padding='valid', use_bias=True)",),
    "conv_classifier": ("build_convnet(input_shape, classes)",),
    "max_pool": ("max_pool(x, pool, stride=None, padding='valid')",),
    "max_pool_switches": ("max_pool_with_switches(x, pool, stride=None)",),
    "average_pool": ("average_pool(x, pool, stride=None, padding='valid')",),
    "global_pool": ("global_average_pool(x)", "global_max_pool(x)"),
    "receptive_field": ("receptive_field(layers)", "total_stride(layers)"),
    "translation_invariance": (
        "shift_images(x, rows, columns)",
        "unchanged_fraction(x, pool, rows, columns)",
    ),
    "nearest_upsampling": ("upsample_nearest(x, scale)",),
    "bed_of_nails": ("bed_of_nails(x, scale)",),
    "max_unpool": ("max_unpool(pooled, switches, output_shape)",),
    "transposed_conv_size": (
        "transposed_output_size(size, kernel, stride=1, padding=0, output_padding=0)",
        "transposed_same_size(size, stride)",
    ),
    "transposed_conv": ("conv2d_transpose(x, filters, stride=1, padding='valid')",),
    "conv_matrix": ("conv_matrix(kernel, input_shape)",),
    "autoencoder": (
        "build_encoder(input_shape, code_size)",
        "build_decoder(code_size, output_shape)",
        "build_autoencoder(input_shape, code_size)",
    ),
    "autoencoder_training": ("train(autoencoder, x_train, epochs)",),
}
TENSORFLOW = {
    *("dense_layer", "mlp_classifier", "conv_layer", "conv_classifier", "autoencoder"),
    "autoencoder_training",
}


def signatures(source: str) -> tuple[str, ...]:
    """The public functions and classes of a source as they are called; it is not run."""
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found.append(f"{node.name}({ast.unparse(node.args)})")
        elif isinstance(node, ast.ClassDef):
            init = next(
                m for m in node.body if isinstance(m, ast.FunctionDef) and m.name == "__init__"
            )
            arguments = ast.unparse(init.args).removeprefix("self").lstrip(", ")
            # What every Keras layer passes on is no setting of its own.
            found.append(f"{node.name}({arguments.removesuffix(', **kwargs')})")
    return tuple(found)


def test_names_and_signatures_are_those_of_the_catalog(
    exercise_name: str, load_exercise: Callable[[str], Exercise]
) -> None:
    """And the runtime is what the exercise is solved with."""
    exercise = load_exercise(exercise_name)
    assert signatures(exercise.stub) == CATALOG[exercise_name]
    assert (exercise.manifest.runtime == "tensorflow") == (exercise_name in TENSORFLOW)


def test_what_learners_edit_is_the_stub(exercise_name: str, repository: Path) -> None:
    """Byte by byte."""
    stub = repository / "solutions" / exercise_name / "stub.py"
    assert (repository / "exercises" / f"{exercise_name}.py").read_bytes() == stub.read_bytes()


def test_a_stub_raises_not_implemented_and_shows_an_example(
    exercise_name: str, load_exercise: Callable[[str], Exercise]
) -> None:
    """In every function: an unfinished part is told apart from a wrong one."""
    tree = ast.parse(load_exercise(exercise_name).stub)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for function in functions:
        assert isinstance(function.body[-1], ast.Raise)
        assert ast.unparse(function.body[-1]) == "raise NotImplementedError"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            assert ">>> " in (ast.get_docstring(node) or ""), node.name


def test_references_take_the_same_parameters(
    exercise_name: str, load_exercise: Callable[[str], Exercise]
) -> None:
    """By name, so that cases may pass options."""
    exercise = load_exercise(exercise_name)
    for runtime in ("numpy", "tensorflow"):
        source = (exercise.folder / f"reference_{runtime}.py").read_text("utf-8")
        mine = [one for one in signatures(source) if one.split("(")[0] in exercise.functions]
        functions = [one for one in CATALOG[exercise_name] if one[0].islower()]
        assert [one for one in mine if one[0].islower()] == functions


def test_every_exercise_has_cases_and_misconceptions_enough(
    exercise_name: str, load_exercise: Callable[[str], Exercise]
) -> None:
    """At least four known mistakes, points, and cases that are small."""
    from grader.authoring.variants import misconceptions
    from grader.grading import points_of

    exercise = load_exercise(exercise_name)
    assert len(misconceptions(exercise)) >= 4
    assert sum(points_of(exercise).values()) > 0
    assert len(exercise.cases) <= 250
    assert (exercise.folder / "recorded.jsonl").stat().st_size <= 300_000


def test_every_exercise_of_the_course_is_in_the_catalog(repository: Path) -> None:
    """In `exercises/` and `solutions/` alike."""
    solutions = {path.parent.name for path in repository.glob("solutions/*/exercise.toml")}
    exercises = {path.stem for path in repository.glob("exercises/*.py")}
    assert solutions == exercises
    assert solutions <= set(CATALOG)


@pytest.mark.full
def test_the_course_has_every_exercise_of_the_catalog(repository: Path) -> None:
    """When it is finished."""
    there = {path.parent.name for path in repository.glob("solutions/*/exercise.toml")}
    assert there == set(CATALOG)
