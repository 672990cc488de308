"""report.html.j2, compiled; written by `python -m grader.report.compiling`."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors
JINJA = "3.1.6"
SOURCE = "b718e028025a94b27bdb0325f4cd8d9478cbae8e264e8bd758d544525b5ec6a6"
from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_v = resolve('v')
    l_0_csp = resolve('csp')
    l_0_css = resolve('css')
    l_0__ = resolve('_')
    l_0_script = resolve('script')
    l_0_prose = l_0_blocks = l_0_mark = l_0_table = l_0_drawing = l_0_text_figure = l_0_evidence = l_0_paste = l_0_lines = l_0_idea_text = missing
    try:
        t_1 = environment.filters['join']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'join' found.")
    pass
    def macro(l_1_segments):
        t_2 = []
        if l_1_segments is missing:
            l_1_segments = undefined("parameter 'segments' was not provided", name='segments')
        pass
        for l_2_s in l_1_segments:
            _loop_vars = {}
            pass
            if (environment.getattr(l_2_s, 'kind') == 'code'):
                pass
                t_2.extend((
                    '<code>',
                    escape(environment.getattr(l_2_s, 'text')),
                    '</code>',
                ))
            elif (environment.getattr(l_2_s, 'kind') == 'strong'):
                pass
                t_2.extend((
                    '<strong>',
                    escape(environment.getattr(l_2_s, 'text')),
                    '</strong>',
                ))
            elif (environment.getattr(l_2_s, 'kind') == 'em'):
                pass
                t_2.extend((
                    '<em>',
                    escape(environment.getattr(l_2_s, 'text')),
                    '</em>',
                ))
            else:
                pass
                t_2.append(
                    escape(environment.getattr(l_2_s, 'text')),
                )
        l_2_s = missing
        return concat(t_2)
    context.exported_vars.add('prose')
    context.vars['prose'] = l_0_prose = Macro(environment, macro, 'prose', ('segments',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_parts):
        t_3 = []
        if l_1_parts is missing:
            l_1_parts = undefined("parameter 'parts' was not provided", name='parts')
        pass
        for l_2_b in l_1_parts:
            _loop_vars = {}
            pass
            if (environment.getattr(l_2_b, 'kind') == 'code'):
                pass
                t_3.extend((
                    '<pre class="code" tabindex="0"><code>',
                    escape(environment.getattr(l_2_b, 'text')),
                    '</code></pre>',
                ))
            elif (environment.getattr(l_2_b, 'kind') == 'heading'):
                pass
                t_3.extend((
                    '<h3>',
                    escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_2_b, 'segments'), _loop_vars=_loop_vars)),
                    '</h3>',
                ))
            elif (environment.getattr(l_2_b, 'kind') == 'item'):
                pass
                t_3.extend((
                    '<p class="item"><span class="label">',
                    escape(environment.getattr(l_2_b, 'label')),
                    '</span> <span>',
                    escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_2_b, 'segments'), _loop_vars=_loop_vars)),
                    '</span></p>',
                ))
            else:
                pass
                t_3.extend((
                    '<p>',
                    escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_2_b, 'segments'), _loop_vars=_loop_vars)),
                    '</p>',
                ))
        l_2_b = missing
        return concat(t_3)
    context.exported_vars.add('blocks')
    context.vars['blocks'] = l_0_blocks = Macro(environment, macro, 'blocks', ('parts',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_state):
        t_4 = []
        if l_1_state is missing:
            l_1_state = undefined("parameter 'state' was not provided", name='state')
        pass
        t_4.extend((
            '<svg class="mark ',
            escape(l_1_state),
            '" viewBox="0 0 16 16" aria-hidden="true"><use href="#mark-',
            escape(l_1_state),
            '"/></svg>',
        ))
        return concat(t_4)
    context.exported_vars.add('mark')
    context.vars['mark'] = l_0_mark = Macro(environment, macro, 'mark', ('state',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_grid, l_1_label, l_1_kind):
        t_5 = []
        if l_1_grid is missing:
            l_1_grid = undefined("parameter 'grid' was not provided", name='grid')
        if l_1_label is missing:
            l_1_label = undefined("parameter 'label' was not provided", name='label')
        if l_1_kind is missing:
            l_1_kind = undefined("parameter 'kind' was not provided", name='kind')
        pass
        t_5.extend((
            '<div class="scroll" tabindex="0" role="region" aria-label="',
            escape(l_1_label),
        ))
        if environment.getattr(l_1_grid, 'title'):
            pass
            t_5.extend((
                ', ',
                escape(environment.getattr(l_1_grid, 'title')),
            ))
        t_5.extend((
            '">\n<table class="grid ',
            escape(l_1_kind),
        ))
        if environment.getattr(l_1_grid, 'framed'):
            pass
            t_5.append(
                ' framed',
            )
        t_5.extend((
            '">\n<caption><span class="sr">',
            escape(l_1_label),
        ))
        if environment.getattr(l_1_grid, 'title'):
            pass
            t_5.append(
                ', ',
            )
        t_5.extend((
            '</span>',
            escape(environment.getattr(l_1_grid, 'title')),
            '<span class="sr">',
        ))
        if environment.getattr(l_1_grid, 'differing'):
            pass
            t_5.extend((
                ': ',
                escape(context.call(environment.getattr(context.call((undefined(name='_') if l_0__ is missing else l_0__), '{count} marked values differ'), 'format'), count=environment.getattr(l_1_grid, 'differing'))),
            ))
        t_5.append(
            '</span></caption>\n<thead><tr>',
        )
        if environment.getitem(environment.getattr(l_1_grid, 'axes'), 0):
            pass
            t_5.append(
                '<td class="corner"></td>',
            )
        for l_2_c in environment.getattr(l_1_grid, 'columns'):
            _loop_vars = {}
            pass
            t_5.extend((
                '<th scope="col">',
                escape(l_2_c),
                '</th>',
            ))
        l_2_c = missing
        t_5.append(
            '</tr></thead>\n<tbody>',
        )
        for (l_2_head, l_2_cells) in environment.getattr(l_1_grid, 'rows'):
            _loop_vars = {}
            pass
            t_5.append(
                '<tr>',
            )
            if environment.getitem(environment.getattr(l_1_grid, 'axes'), 0):
                pass
                t_5.extend((
                    '<th scope="row">',
                    escape(l_2_head),
                    '</th>',
                ))
            for l_3_cell in l_2_cells:
                _loop_vars = {}
                pass
                t_5.append(
                    '<td',
                )
                if (environment.getattr(l_3_cell, 'differs') or environment.getattr(l_3_cell, 'frame')):
                    pass
                    t_5.append(
                        ' class="',
                    )
                    if environment.getattr(l_3_cell, 'differs'):
                        pass
                        t_5.append(
                            'differs',
                        )
                    if environment.getattr(l_3_cell, 'frame'):
                        pass
                        t_5.append(
                            ' frame',
                        )
                    t_5.append(
                        '"',
                    )
                t_5.extend((
                    '>',
                    escape(environment.getattr(l_3_cell, 'text')),
                ))
                if environment.getattr(l_3_cell, 'differs'):
                    pass
                    t_5.extend((
                        '<span class="sr"> (',
                        escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'differs', _loop_vars=_loop_vars)),
                        ')</span>',
                    ))
                t_5.append(
                    '</td>',
                )
            l_3_cell = missing
            t_5.append(
                '</tr>',
            )
        l_2_head = l_2_cells = missing
        t_5.append(
            '</tbody>\n</table>\n</div>',
        )
        if environment.getattr(l_1_grid, 'cut'):
            pass
            t_5.extend((
                '<p class="note">',
                escape(environment.getattr(l_1_grid, 'cut')),
                '</p>',
            ))
        return concat(t_5)
    context.exported_vars.add('table')
    context.vars['table'] = l_0_table = Macro(environment, macro, 'table', ('grid', 'label', 'kind'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_label, l_1_drawn, l_1_kind):
        t_6 = []
        if l_1_label is missing:
            l_1_label = undefined("parameter 'label' was not provided", name='label')
        if l_1_drawn is missing:
            l_1_drawn = undefined("parameter 'drawn' was not provided", name='drawn')
        if l_1_kind is missing:
            l_1_kind = undefined("parameter 'kind' was not provided", name='kind')
        pass
        t_6.extend((
            '<figure class="',
            escape(l_1_kind),
            '">\n<figcaption><span class="label">',
            escape(l_1_label),
            '</span> <span class="what',
        ))
        if environment.getattr(l_1_drawn, 'differs'):
            pass
            t_6.append(
                ' differs',
            )
        t_6.extend((
            '">',
            escape(environment.getattr(l_1_drawn, 'head')),
            '</span></figcaption>',
        ))
        for l_2_grid in environment.getattr(l_1_drawn, 'grids'):
            _loop_vars = {}
            pass
            t_6.append(
                escape(context.call((undefined(name='table') if l_0_table is missing else l_0_table), l_2_grid, l_1_label, l_1_kind, _loop_vars=_loop_vars)),
            )
        l_2_grid = missing
        if environment.getattr(l_1_drawn, 'left_out'):
            pass
            t_6.extend((
                '<p class="note">',
                escape(context.call(environment.getattr(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Slices not drawn: {count}'), 'format'), count=environment.getattr(l_1_drawn, 'left_out'))),
                '</p>',
            ))
        t_6.append(
            '</figure>',
        )
        return concat(t_6)
    context.exported_vars.add('drawing')
    context.vars['drawing'] = l_0_drawing = Macro(environment, macro, 'drawing', ('label', 'drawn', 'kind'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_label, l_1_kind, l_1_text):
        t_7 = []
        if l_1_label is missing:
            l_1_label = undefined("parameter 'label' was not provided", name='label')
        if l_1_kind is missing:
            l_1_kind = undefined("parameter 'kind' was not provided", name='kind')
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        pass
        t_7.extend((
            '<figure class="',
            escape(l_1_kind),
            '">\n<figcaption><span class="label">',
            escape(l_1_label),
            '</span></figcaption>\n<pre class="value" tabindex="0">',
            escape(l_1_text),
            '</pre>\n</figure>',
        ))
        return concat(t_7)
    context.exported_vars.add('text_figure')
    context.vars['text_figure'] = l_0_text_figure = Macro(environment, macro, 'text_figure', ('label', 'kind', 'text'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_f):
        t_8 = []
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        if environment.getattr(l_1_f, 'short'):
            pass
            t_8.extend((
                '<p class="call"><code>',
                escape(environment.getattr(l_1_f, 'short')),
                '</code>',
            ))
            for (l_2_name, l_2_value) in environment.getattr(l_1_f, 'scalars'):
                _loop_vars = {}
                pass
                t_8.extend((
                    ' <span class="scalar"><span class="name">',
                    escape(l_2_name),
                    '</span> <span>',
                    escape(l_2_value),
                    '</span></span>',
                ))
            l_2_name = l_2_value = missing
            t_8.append(
                '</p>',
            )
        t_8.append(
            '<div class="figures">',
        )
        for (l_2_name, l_2_drawn) in environment.getattr(l_1_f, 'inputs'):
            _loop_vars = {}
            pass
            t_8.append(
                escape(context.call((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), l_2_name, l_2_drawn, 'input', _loop_vars=_loop_vars)),
            )
        l_2_name = l_2_drawn = missing
        t_9 = 1
        for l_2_c in environment.getattr(l_1_f, 'comparisons'):
            _loop_vars = {}
            pass
            if environment.getattr(l_2_c, 'label'):
                pass
                t_8.extend((
                    '<p class="part-label"><code>',
                    escape(environment.getattr(l_2_c, 'label')),
                    '</code></p>',
                ))
            t_8.extend((
                '<div class="figures pair">\n',
                escape(context.call((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Expected', _loop_vars=_loop_vars), environment.getattr(l_2_c, 'expected'), 'expected', _loop_vars=_loop_vars)),
                '\n',
                escape(context.call((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Got', _loop_vars=_loop_vars), environment.getattr(l_2_c, 'actual'), 'actual', _loop_vars=_loop_vars)),
                '\n</div>',
            ))
            t_9 = 0
        l_2_c = missing
        if t_9:
            pass
            if (environment.getattr(l_1_f, 'expected') or environment.getattr(l_1_f, 'actual')):
                pass
                t_8.extend((
                    '<div class="figures pair">\n',
                    escape(context.call((undefined(name='text_figure') if l_0_text_figure is missing else l_0_text_figure), context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Expected'), 'expected', environment.getattr(l_1_f, 'expected'))),
                    '\n',
                    escape(context.call((undefined(name='text_figure') if l_0_text_figure is missing else l_0_text_figure), context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Got'), 'actual', environment.getattr(l_1_f, 'actual'))),
                    '\n</div>',
                ))
        t_8.append(
            '</div>',
        )
        if (environment.getattr(l_1_f, 'axes') or environment.getattr(l_1_f, 'framed')):
            pass
            t_8.append(
                '<p class="note legend">',
            )
            if environment.getattr(l_1_f, 'axes'):
                pass
                t_8.append(
                    escape(context.call(environment.getattr(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Rows: {rows}, columns: {columns}.'), 'format'), rows=environment.getitem(environment.getattr(l_1_f, 'axes'), 0), columns=environment.getitem(environment.getattr(l_1_f, 'axes'), 1))),
                )
            if environment.getattr(l_1_f, 'framed'):
                pass
                t_8.extend((
                    ' <span class="swatch" aria-hidden="true"></span> ',
                    escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'zeros around the image')),
                ))
            t_8.append(
                '</p>',
            )
        return concat(t_8)
    context.exported_vars.add('evidence')
    context.vars['evidence'] = l_0_evidence = Macro(environment, macro, 'evidence', ('f',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_f, l_1_id):
        t_10 = []
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        if l_1_id is missing:
            l_1_id = undefined("parameter 'id' was not provided", name='id')
        pass
        if environment.getattr(l_1_f, 'call'):
            pass
            t_10.extend((
                '<div class="paste">\n<div class="paste-head"><span>',
                escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'The call, to paste into Python')),
                '</span><button type="button" hidden data-copy="',
                escape(l_1_id),
                '" data-done="',
                escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Copied')),
                '">',
                escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Copy')),
                '</button></div>\n<pre class="code" id="',
                escape(l_1_id),
                '" tabindex="0"><code>',
                escape(environment.getattr(l_1_f, 'call')),
                '</code></pre>\n</div>',
            ))
        return concat(t_10)
    context.exported_vars.add('paste')
    context.vars['paste'] = l_0_paste = Macro(environment, macro, 'paste', ('f', 'id'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_listed):
        t_11 = []
        if l_1_listed is missing:
            l_1_listed = undefined("parameter 'listed' was not provided", name='listed')
        pass
        t_11.append(
            '<table class="source" translate="no"><tbody>',
        )
        for l_2_line in l_1_listed:
            _loop_vars = {}
            pass
            t_11.append(
                '<tr',
            )
            if environment.getattr(l_2_line, 'involved'):
                pass
                t_11.append(
                    ' class="involved"',
                )
            t_11.extend((
                '><th scope="row">',
                escape(environment.getattr(l_2_line, 'number')),
                '</th><td><code>',
            ))
            for (l_3_style, l_3_text) in environment.getattr(l_2_line, 'segments'):
                _loop_vars = {}
                pass
                if l_3_style:
                    pass
                    t_11.extend((
                        '<span class="',
                        escape(l_3_style[:2]),
                        '">',
                        escape(l_3_text),
                        '</span>',
                    ))
                else:
                    pass
                    t_11.append(
                        escape(l_3_text),
                    )
            l_3_style = l_3_text = missing
            t_11.append(
                '</code></td></tr>',
            )
        l_2_line = missing
        t_11.append(
            '</tbody></table>',
        )
        return concat(t_11)
    context.exported_vars.add('lines')
    context.vars['lines'] = l_0_lines = Macro(environment, macro, 'lines', ('listed',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_idea):
        t_12 = []
        if l_1_idea is missing:
            l_1_idea = undefined("parameter 'idea' was not provided", name='idea')
        pass
        t_12.extend((
            '<h3>',
            escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_1_idea, 'title'))),
            '</h3>\n',
            escape(context.call((undefined(name='blocks') if l_0_blocks is missing else l_0_blocks), environment.getattr(l_1_idea, 'explanation'))),
            '\n<p class="note">',
            escape(environment.getattr(l_1_idea, 'evidence')),
            '</p>',
        ))
        return concat(t_12)
    context.exported_vars.add('idea_text')
    context.vars['idea_text'] = l_0_idea_text = Macro(environment, macro, 'idea_text', ('idea',), False, False, False, context.eval_ctx.autoescape)
    yield '<!doctype html>\n<html lang="'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'language'))
    yield '">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape((undefined(name='csp') if l_0_csp is missing else l_0_csp))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n<title>'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'title'))
    yield ': '
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'score'))
    yield '</title>\n<style>'
    yield escape((undefined(name='css') if l_0_css is missing else l_0_css))
    yield '</style>\n</head>\n<body>\n<svg width="0" height="0" aria-hidden="true" class="symbols">\n<symbol id="mark-passed" viewBox="0 0 16 16"><path d="M3 8.5l3.2 3.2L13 4.8"/></symbol>\n<symbol id="mark-failed" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>\n<symbol id="mark-unclear" viewBox="0 0 16 16"><path d="M3.5 8h9"/></symbol>\n</svg>\n<main>\n<header class="'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'outcome'))
    yield '">\n<p class="over"><span>'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'title'))
    yield '</span> <code>'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'exercise'))
    yield '</code></p>\n<h1>'
    yield escape(context.call((undefined(name='mark') if l_0_mark is missing else l_0_mark), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'mark')))
    yield '<span>'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'verdict'))
    yield '</span></h1>\n<p class="score">'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'score'))
    yield '</p>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'states'):
        pass
        yield '<div class="bar" aria-hidden="true">'
        for l_1_state in environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'states'):
            _loop_vars = {}
            pass
            yield '<i class="'
            yield escape(l_1_state)
            yield '"></i>'
        l_1_state = missing
        yield '</div>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'message'):
        pass
        yield '<div class="message">'
        for l_1_line in environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'message'):
            _loop_vars = {}
            pass
            yield '<p>'
            yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), l_1_line, _loop_vars=_loop_vars))
            yield '</p>'
        l_1_line = missing
        yield '</div>'
    yield '</header>'
    if (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first') or environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea')):
        pass
        yield '<div class="first'
        if (not (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea') or environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice'))):
            pass
            yield ' alone'
        yield '">'
        if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'):
            pass
            yield '<section class="seen" aria-labelledby="first">\n<p class="over">'
            yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'First to fix'))
            yield '</p>\n<h2 id="first">'
            yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'check')))
            yield '</h2>\n'
            yield escape(context.call((undefined(name='evidence') if l_0_evidence is missing else l_0_evidence), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first')))
            if environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'difference'):
                pass
                yield '<p class="difference">'
                yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'difference')))
                yield '</p>'
            if environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'excerpt'):
                pass
                yield '<div class="scroll listing" tabindex="0" role="region" aria-label="'
                yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Where it happened in your code'))
                yield '">\n'
                yield escape(context.call((undefined(name='lines') if l_0_lines is missing else l_0_lines), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'excerpt')))
                yield '\n</div>'
            yield '</section>'
        if (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea') or environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice')):
            pass
            yield '<section class="think">'
            if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea'):
                pass
                yield '<div class="idea">\n<p class="over">'
                if environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea'), 'sure'):
                    pass
                    yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'The idea that was mixed up'))
                else:
                    pass
                    yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Perhaps this was mixed up'))
                yield '</p>\n<h2>'
                yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea'), 'title')))
                yield '</h2>\n'
                yield escape(context.call((undefined(name='blocks') if l_0_blocks is missing else l_0_blocks), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea'), 'explanation')))
                yield '\n<p class="note">'
                yield escape(environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'idea'), 'evidence'))
                yield '</p>\n</div>'
            if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice'):
                pass
                yield '<div class="try">\n<h2 class="over">'
                yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'What to try'))
                yield '</h2>\n<p>'
                yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice')))
                yield '</p>\n</div>'
            if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'other_ideas'):
                pass
                yield '<details class="more">\n<summary>'
                yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Other ideas that fit'))
                yield '</summary>\n<div>'
                for l_1_idea in environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'other_ideas'):
                    _loop_vars = {}
                    pass
                    yield escape(context.call((undefined(name='idea_text') if l_0_idea_text is missing else l_0_idea_text), l_1_idea, _loop_vars=_loop_vars))
                l_1_idea = missing
                yield '</div>\n</details>'
            yield '</section>'
        if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'):
            pass
            yield escape(context.call((undefined(name='paste') if l_0_paste is missing else l_0_paste), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'first'), 'call-0'))
        yield '</div>'
    elif environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice'):
        pass
        yield '<section class="try lone">\n<h2 class="over">'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'What to try'))
        yield '</h2>\n<p>'
        yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'advice')))
        yield '</p>\n</section>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'why'):
        pass
        yield '<section class="why">\n<h2>'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Why it works'))
        yield '</h2>\n'
        yield escape(context.call((undefined(name='blocks') if l_0_blocks is missing else l_0_blocks), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'why')))
        yield '\n</section>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'checks'):
        pass
        yield '<section>\n<h2 id="checks">'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'All checks'))
        yield '</h2>\n<ol class="checks" aria-labelledby="checks">'
        l_1_loop = missing
        for l_1_c, l_1_loop in LoopContext(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'checks'), undefined):
            l_1_row = missing
            _loop_vars = {}
            pass
            yield '<li class="depth-'
            yield escape(environment.getattr(l_1_c, 'depth'))
            yield '">'
            t_13 = []
            pass
            t_13.extend((
                escape(context.call((undefined(name='mark') if l_0_mark is missing else l_0_mark), environment.getattr(l_1_c, 'state'))),
                '<span class="title">',
                escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_1_c, 'title'))),
                '</span><span class="state ',
                escape(environment.getattr(l_1_c, 'state')),
                '">',
                escape(environment.getattr(l_1_c, 'word')),
                '</span><span class="points">',
                escape(environment.getattr(l_1_c, 'points')),
                '</span>',
            ))
            l_1_row = (Markup if context.eval_ctx.autoescape else identity)(concat(t_13))
            _loop_vars['row'] = l_1_row
            if environment.getattr(l_1_c, 'failure'):
                pass
                yield '<details><summary>'
                yield escape((undefined(name='row') if l_1_row is missing else l_1_row))
                yield '</summary>\n<div class="inside">'
                if environment.getattr(environment.getattr(l_1_c, 'failure'), 'call'):
                    pass
                    yield escape(context.call((undefined(name='evidence') if l_0_evidence is missing else l_0_evidence), environment.getattr(l_1_c, 'failure'), _loop_vars=_loop_vars))
                yield '<p class="difference">'
                yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(environment.getattr(l_1_c, 'failure'), 'difference'), _loop_vars=_loop_vars))
                yield '</p>'
                if environment.getattr(l_1_c, 'hint'):
                    pass
                    yield '<p class="hint"><strong>'
                    yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Hint', _loop_vars=_loop_vars))
                    yield '</strong> '
                    yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), environment.getattr(l_1_c, 'hint'), _loop_vars=_loop_vars))
                    yield '</p>'
                yield escape(context.call((undefined(name='paste') if l_0_paste is missing else l_0_paste), environment.getattr(l_1_c, 'failure'), markup_join(('call-', environment.getattr(l_1_loop, 'index'), )), _loop_vars=_loop_vars))
                yield '\n</div>\n</details>'
            else:
                pass
                yield '<div class="row'
                if environment.getattr(l_1_c, 'is_first'):
                    pass
                    yield ' is-first'
                yield '">'
                yield escape((undefined(name='row') if l_1_row is missing else l_1_row))
                yield '</div>'
                if environment.getattr(l_1_c, 'is_first'):
                    pass
                    yield '<p class="note under"><a href="#first">'
                    yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'This is the one to fix first, shown above.', _loop_vars=_loop_vars))
                    yield '</a></p>'
            yield '</li>'
        l_1_loop = l_1_c = l_1_row = missing
        yield '</ol>\n</section>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'source'):
        pass
        yield '<section>\n<details class="part"'
        if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'open_source'):
            pass
            yield ' open'
        yield '>\n<summary><h2>'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Your code'))
        yield '</h2>'
        if environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'source'), 'involved'):
            pass
            yield '<span class="aside">'
            yield escape(context.call(environment.getattr(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'marked: line {lines}'), 'format'), lines=t_1(context.eval_ctx, environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'source'), 'involved'), ', ')))
            yield '</span>'
        yield '</summary>\n<div class="scroll listing" tabindex="0" role="region" aria-label="'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Your code'))
        yield '">\n'
        yield escape(context.call((undefined(name='lines') if l_0_lines is missing else l_0_lines), environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'source'), 'lines')))
        yield '\n</div>'
        if environment.getattr(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'source'), 'cut'):
            pass
            yield '<p class="note">'
            yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'The rest of the file is not shown.'))
            yield '</p>'
        yield '</details>\n</section>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'output'):
        pass
        yield '<section>\n<details class="part" open>\n<summary><h2>'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'What your program printed'))
        yield '</h2></summary>\n<pre class="output" tabindex="0" translate="no">'
        yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'output'))
        yield '</pre>\n<p class="note">'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'This comes from the submission, not from the grader.'))
        yield '</p>\n</details>\n</section>'
    if environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'statement'):
        pass
        yield '<section>\n<details class="part"'
        if (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'outcome') == 'not_started'):
            pass
            yield ' open'
        yield '>\n<summary><h2>'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'The task'))
        yield '</h2></summary>\n<div class="text">\n'
        yield escape(context.call((undefined(name='blocks') if l_0_blocks is missing else l_0_blocks), environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'statement')))
        yield '\n</div>\n</details>\n</section>'
    if (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'hints') and (environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'outcome') != 'passed')):
        pass
        yield '<section>\n<details class="part">\n<summary><h2>'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Hints'))
        yield '</h2><span class="aside">'
        yield escape(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'from a nudge to nearly there'))
        yield '</span></summary>\n<ol class="hints">'
        l_1_loop = missing
        for l_1_hint, l_1_loop in LoopContext(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'hints'), undefined):
            _loop_vars = {}
            pass
            yield '<li><details><summary>'
            yield escape(context.call(environment.getattr(context.call((undefined(name='_') if l_0__ is missing else l_0__), 'Hint {number}', _loop_vars=_loop_vars), 'format'), number=environment.getattr(l_1_loop, 'index'), _loop_vars=_loop_vars))
            yield '</summary><p>'
            yield escape(context.call((undefined(name='prose') if l_0_prose is missing else l_0_prose), l_1_hint, _loop_vars=_loop_vars))
            yield '</p></details></li>'
        l_1_loop = l_1_hint = missing
        yield '</ol>\n</details>\n</section>'
    yield '</main>\n<footer>\n<p class="verdict-again">'
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'verdict'))
    yield ' '
    yield escape(environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'score'))
    yield '</p>\n<dl>'
    for (l_1_name, l_1_value) in environment.getattr((undefined(name='v') if l_0_v is missing else l_0_v), 'facts'):
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(l_1_name)
        yield '</dt><dd>'
        yield escape(l_1_value)
        yield '</dd></div>'
    l_1_name = l_1_value = missing
    yield '</dl>\n</footer>\n<p class="sr" role="status" id="status"></p>\n<script>'
    yield escape((undefined(name='script') if l_0_script is missing else l_0_script))
    yield '</script>\n</body>\n</html>'

blocks = {}
debug_info = '1=23&2=28&3=31&4=38&5=45&6=55&10=61&11=66&12=69&13=73&14=76&15=80&16=83&17=87&19=96&24=103&25=110&28=118&29=129&30=139&31=148&33=169&34=174&37=186&38=192&39=199&45=245&48=255&49=266&50=268&51=281&52=285&54=288&55=292&60=301&61=312&62=314&63=316&67=322&68=327&69=331&72=351&73=355&75=359&76=362&77=366&80=371&81=373&83=380&85=384&86=386&90=392&91=397&95=414&96=421&98=425&99=433&104=441&106=449&107=455&108=465&114=493&115=500&116=502&117=504&121=511&124=513&128=515&129=519&138=521&139=523&140=527&141=531&142=533&143=536&145=544&146=547&150=556&151=559&152=563&154=566&155=568&156=570&157=571&158=574&160=576&161=579&162=581&167=584&169=587&171=590&172=597&173=599&174=601&177=603&179=606&180=608&183=610&185=613&187=615&188=618&195=622&196=624&199=626&201=629&202=631&206=633&208=636&209=638&213=640&215=643&217=646&218=651&219=656&220=669&221=672&223=674&224=676&226=678&227=680&228=683&230=687&234=692&235=698&243=706&245=709&246=713&247=721&248=723&250=725&255=731&258=734&259=736&260=738&265=740&267=743&268=747&270=749&276=751&279=754&281=759&282=763&290=770&292=774&293=778&298=784'
