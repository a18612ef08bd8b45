using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The report's style sheet: for a wide screen, a telephone, and paper.</summary>
internal static class ReportStyle
{
    public const string Sheet = """
        :root{--ink:#1c2127;--muted:#555d66;--rule:#d5dbe1;--accent:#1f4e79;--soft:#f4f6f8;--mark:#fdf0b4}
        *{box-sizing:border-box}
        html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
        body{margin:0;color:var(--ink);background:#fff;font:16px/1.8 "Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic Medium","Yu Gothic",Meiryo,"Noto Sans CJK JP","Noto Sans JP",sans-serif;line-break:strict;overflow-wrap:anywhere}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
        a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .page{max-width:78rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
        nav{font-size:.875rem;line-height:1.6}
        nav ul{list-style:none;margin:0;padding:0}
        nav li{margin:.15rem 0}
        nav li li{padding-left:1em}
        nav a{text-decoration:none}
        nav a:hover{text-decoration:underline}
        main{min-width:0}
        h1{font-size:1.75rem;line-height:1.4;margin:0 0 .25rem}
        h2{font-size:1.375rem;line-height:1.45;margin:3.5rem 0 1rem;padding-top:.9rem;border-top:3px solid var(--accent)}
        h3{font-size:1.125rem;line-height:1.5;margin:2.25rem 0 .5rem}
        h4{font-size:1rem;line-height:1.6;margin:1.5rem 0 .4rem}
        p{margin:.5rem 0;max-width:46rem}
        .lead{font-size:1.0625rem}
        .note,.meta,figcaption,.empty{color:var(--muted);font-size:.875rem;line-height:1.65}
        .private{border-left:4px solid #8a5a00;background:#fbf5e9;padding:.5rem .9rem;font-size:.9375rem}
        .tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:1.25rem 0;padding:0;list-style:none}
        .tiles li{flex:1 1 7.5rem;background:var(--soft);padding:.6rem .9rem;font-size:.875rem;line-height:1.5}
        .tiles a,.tiles b{display:block;font-size:1.625rem;font-weight:700;line-height:1.3;text-decoration:none}
        .scroll{overflow-x:auto;max-width:100%;margin:1rem 0}
        figure{margin:1.5rem 0}
        .scroll svg{display:block;max-width:none}
        svg a:hover rect,svg a:hover circle{stroke:#1c2127}
        .tree,.tree ul{list-style:none;margin:.2rem 0;padding-left:1.1rem;border-left:1px solid var(--rule)}.tree{border:0;padding:0}
        table{border-collapse:collapse;font-size:.875rem;line-height:1.55}
        caption{text-align:left;color:var(--muted);padding:.25rem 0}
        th,td{padding:.35rem .65rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;overflow-wrap:normal}
        td.text,th[scope=row]{min-width:7.5em;max-width:26em;overflow-wrap:anywhere}
        thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;font-weight:600;word-break:keep-all}
        tbody th{font-weight:400}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        tfoot td,tfoot th{border-top:2px solid var(--ink);font-weight:600}
        .matrix th[scope=col]{font-weight:400;word-break:normal}
        .matrix th[scope=col] span{display:block;writing-mode:vertical-rl;max-height:15em;overflow-wrap:anywhere;line-height:1.3}
        .comment{margin:.7rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--rule);max-width:47rem}
        .comment:target,tr:target,h3:target,h4:target{background:#eaf1f8}
        .best .comment{border-left-color:var(--accent)}
        .words{margin:0;white-space:pre-line}
        .meta{margin:.1rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem .7rem;align-items:baseline}
        .meta .who{color:var(--ink)}
        .chip{border:1px solid var(--rule);border-radius:2px;padding:0 .4em;font-size:.8125rem;color:var(--muted);text-decoration:none}
        .chip.code{color:var(--accent);border-color:var(--accent)}
        mark{background:var(--mark);color:inherit;border-bottom:2px solid #8a6d00;padding:0}
        .facts{margin:.5rem 0;display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;max-width:46rem}
        .facts dt{color:var(--muted);font-size:.875rem}
        .facts dd{margin:0}
        .weak{border-left:4px solid #8a5a00;padding-left:.7rem}
        details{margin:.75rem 0}
        summary{cursor:pointer;color:var(--accent)}
        .hash{font-family:ui-monospace,Consolas,monospace;font-size:.75rem;word-break:break-all}
        @media(min-width:68rem){.page{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem}nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow:auto}}
        @media(max-width:68rem){nav{border:1px solid var(--rule);padding:.75rem 1rem;margin-bottom:1.5rem}nav>ul{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}nav li{margin:.3rem 0}nav li ul{display:none}}
        @media(max-width:40rem){.page{padding:1rem 1rem 3rem}h1{font-size:1.4375rem}h2{font-size:1.25rem}.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.4rem}}
        .paper{display:none}@media print{@page{size:A4;margin:16mm 15mm}.screen{display:none}.paper{display:block}body{font-size:9.5pt;line-height:1.65}.page{display:block;max-width:none;padding:0}nav{display:none}figure summary{display:none}figure details::details-content{content-visibility:visible;block-size:auto}a{color:inherit;text-decoration:none}h2,h3,h4,caption,summary,thead{break-after:avoid}.comment,tr,li,figure svg{break-inside:avoid}.scroll{overflow:visible}.scroll svg{max-width:100%;height:auto}p,.comment,.facts{max-width:none}table{font-size:8pt}@page wide{size:A4 landscape}.wide{page:wide}.wide,.matrix{font-size:6.5pt}td.text,th[scope=row]{min-width:0}.n{white-space:normal}th{overflow-wrap:anywhere}.wide th,.wide td,.matrix th,.matrix td{padding:.15rem .2rem}.matrix{table-layout:fixed;width:100%}.matrix th:first-child{width:12em}.matrix th[scope=col] span{max-height:34em}.matrix.wide th[scope=col] span{font-size:5pt;max-height:44em}.matrix .n{text-align:center;padding-inline:0}.tiles li{flex:1 1 0}mark{background:none}.chip{font-size:8pt}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

        """;

    /// <summary>The content security policy that lets this style sheet in, and nothing else.</summary>
    public static string Policy =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";
}
