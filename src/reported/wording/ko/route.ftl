### The map of the route: the places that reports name, and the ways between them.

route-by-sea = 바닷길로
route-by-rail = 철도로
route-by-road = 도로로
route-by-air = 하늘길로

route-chart =
    .title = { $legs ->
        [0] 보도에 나온 장소: { $places }.
       *[other] 보도된 경로: { $way }. { $seen ->
            [all] 모든 구간이 관측된 것으로 보도됐다.
            [some] 일부 구간이 관측된 것으로 보도됐다.
           *[none] 관측된 구간은 없다.
        }
    }
    .subtitle = 선은 보도된 장소를 이은 것이며 실제 항적이 아니다. { $land ->
        [some] 해안선은 단순화했고 국경은 그리지 않았다
       *[none] 해안선과 국경은 그리지 않았다
    }
    .alt = 보도에 나온 장소의 지도: { $places }. 선은 보도된 장소를 이은 것이며 실제 항적이 아니다.
    .leg = { $start }에서 { $ends }까지 { $by }
    .told = { $start }에서 { $ends }까지 { $by }, 직선거리 약 { $km }킬로미터, { $seen ->
        [yes] 관측된 것으로 보도
       *[no] 말로만 전해짐
    }
    .place = { $place }: { $seen ->
        [yes] 관측된 것이 있음
       *[no] 이름만 나옴
    }
    .on = { $ends }까지 { $by }
    .far = { $by }, { $km }킬로미터
    .enlarged = 확대
    .km = { $km }킬로미터
